import type { Audience, Instant } from '../incident/model';
import { minuteMs, type DueItem } from './dueItem';
import { spokenElapsed } from './elapsed';

/** `due in 4 min`, `due now`, `late by 2 min`; put off: `put off until 14:20`. `time` writes a local time of day. */
export function whenDue(item: DueItem, now: Instant, time: (instant: Instant) => string): string {
	return isPutOff(item, now) ? `put off until ${time(item.remindAt)}` : plainWhen(item, now);
}

/** Somebody wanted to hear of it later, and that time has not come. */
export function isPutOff({ dueAt, remindAt }: DueItem, now: Instant): boolean {
	return remindAt > dueAt && remindAt > now;
}

function plainWhen({ dueAt }: DueItem, now: Instant): string {
	// The rest of a minute counts as one to go; a minute that is not over is not late yet.
	const [left, late] = [Math.ceil((dueAt - now) / minuteMs), Math.floor((now - dueAt) / minuteMs)];
	if (left > 0) return `due in ${minutesText(left)}`;
	return late > 0 ? `late by ${minutesText(late)}` : 'due now';
}

/** `4 min`, `2 h 5 min`, `2 h`. */
export function minutesText(minutes: number): string {
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
		.filter(Boolean)
		.join(' ');
}

/** For ears: `late by 1 hour 5 minutes`, `put off`. */
export function spokenWhen(item: DueItem, now: Instant): string {
	if (isPutOff(item, now)) return 'put off';
	const { dueAt } = item;
	const left = Math.ceil((dueAt - now) / minuteMs);
	if (left > 0) return `due in ${spokenElapsed(left * minuteMs)}`;
	return now - dueAt < minuteMs ? 'due now' : `late by ${spokenElapsed(now - dueAt)}`;
}

/** `SEV-1: every 30 min, only if customer-facing, runbook line 210`. */
export function reasonOf({ because, condition, line }: DueItem): string {
	return [because, condition, line === undefined ? undefined : `runbook line ${line}`]
		.filter((part) => part !== undefined)
		.join(', ');
}

const shortUpdates: Readonly<Record<Audience, string>> = {
	internal: 'update',
	'status page': 'status page',
	customers: 'customer notice',
	support: 'support briefing',
	management: 'management update',
};

/** A word or two for the status bar: `update`, `page level 2`, `Customer notification`. */
export function shortTitle({ action, title }: DueItem): string {
	switch (action.kind) {
		case 'postUpdate':
			return shortUpdates[action.audience];
		case 'escalate':
			return `page level ${action.level}`;
		case 'escalateToAll':
			return 'page all levels';
		case 'assignRole':
			return cut(action.role);
		case 'lookAtPhase':
			return cut(action.title.replace(/^T\s?\+[^:]*:\s*/, ''));
		case 'lookAtItem':
			return cut(title.replace(/^“|”$/g, ''));
		case 'writePostmortem':
			return 'postmortem';
	}
}

const shortLength = 24;

function cut(text: string): string {
	return text.length <= shortLength ? text : `${text.slice(0, shortLength - 1).trimEnd()}…`;
}

/** `Status page update is late by 3 min (SEV-1: every 30 min, runbook line 210)`. */
export function reminderText(item: DueItem, now: Instant): string {
	const late = Math.floor((now - item.dueAt) / minuteMs);
	const when = late > 0 ? `is late by ${minutesText(late)}` : 'is due';
	return `${item.title} ${when} (${reasonOf(item)})`;
}
