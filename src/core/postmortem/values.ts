import type { Instant } from '../incident/model';
import type { Interval } from '../incident/interval';
import type { Facts, Measure } from './facts';
import { isRoleLabel, isSameRole } from './labels';
import { clockMask, dateMask, type Placeholder } from './placeholder';
import { chooseSeverity } from './severityWords';
import type { FieldSlot } from './slots';
import { chooseStatus, statusText } from './statusWords';
import { clockText, dateClockText, dateText, formulaText, lengthText, minutesText } from './timeText';

/**
 * What a slot gets: one text, or several for a list, as plain text. `undefined` when the fact is not known.
 * `isUserText` tells what a person typed and has to be escaped from what is ours or the template's.
 */
export interface Value {
	readonly texts: readonly string[];
	readonly isUserText: boolean;
}

export function valueOf(slot: FieldSlot, facts: Facts): Value | undefined {
	const own = ownText(slot, facts);
	if (own !== undefined) {
		return { texts: [own], isUserText: false };
	}
	const typed = (typedTexts(slot, facts) ?? []).filter((text) => text.trim() !== '');
	return typed.length === 0 ? undefined : { texts: typed, isUserText: true };
}

/** Texts made here, from numbers and closed words. */
function ownText(slot: FieldSlot, facts: Facts): string | undefined {
	const { key, placeholder } = slot;
	switch (key) {
		case 'date':
		case 'writtenAt':
			return facts[key] === undefined ? undefined : dateText(facts[key]);
		case 'impactStartedAt':
		case 'detectedAt':
		case 'declaredAt':
		case 'acknowledgedAt':
		case 'mitigatedAt':
		case 'resolvedAt':
		case 'closedAt':
			return facts[key] === undefined ? undefined : instantText(facts[key], slot, facts);
		case 'duration':
			return facts.duration && durationText(facts.duration, placeholder);
		case 'timeToDetect':
		case 'timeToAcknowledge':
		case 'timeToMitigate':
		case 'timeToResolve':
			return facts[key] && `${amountText(facts[key], placeholder)} (${formulaText(facts[key])})`;
		case 'timeInSeverity':
			return timeInSeverityText(slot.label, facts);
		case 'severity':
			return facts.severity === undefined ? undefined : severityText(facts.severity, placeholder);
		case 'status':
			return (
				facts.status &&
				((placeholder.kind === 'choice' && chooseStatus(placeholder.options, facts.status)) ||
					statusText(facts.status))
			);
		case 'title':
		case 'id':
		case 'participants':
		case 'incidentCommander':
		case 'roles':
		case 'timeline':
		case 'actionItems':
		case 'summary':
		case 'severityOverTime':
		case 'rolesOverTime':
		case 'measures':
		case 'hypotheses':
		case 'suspects':
		case 'rollbacks':
		case 'cadence':
		case 'checklist':
			return undefined;
	}
}

/** Texts people typed. */
function typedTexts({ key, label }: FieldSlot, facts: Facts): readonly string[] | undefined {
	if (key === 'title' || key === 'id' || key === 'incidentCommander') {
		return facts[key] === undefined ? undefined : [facts[key]];
	}
	if (key === 'participants') {
		return facts.participants?.map((person) => withRoles(person, facts));
	}
	if (key === 'summary') {
		return facts.summary === undefined ? undefined : [facts.summary];
	}
	if (isListKey(key)) {
		return facts[key];
	}
	if (key !== 'roles') {
		return undefined;
	}
	return isRoleLabel(label)
		? facts.roles?.filter(({ role }) => isSameRole(role, label)).map(({ person }) => person)
		: facts.roles?.map(({ role, person }) => `${role}: ${person}`);
}

type ListKey = (typeof listKeys)[number];

const listKeys = [
	'severityOverTime',
	'rolesOverTime',
	'measures',
	'hypotheses',
	'suspects',
	'rollbacks',
	'cadence',
	'checklist',
] as const;

function isListKey(key: string): key is ListKey {
	return (listKeys as readonly string[]).includes(key);
}

/** `Time in SEV-2`: none at all is an answer, once any severity is known. */
function timeInSeverityText(label: string, { timeInSeverity }: Facts): string | undefined {
	const level = /(\d)\D*$/u.exec(label)?.[1];
	if (timeInSeverity === undefined || level === undefined) {
		return undefined;
	}
	const length = timeInSeverity.get(`SEV-${Number(level)}`);
	return length === undefined ? '0 min' : lengthText(length);
}

function withRoles(person: string, facts: Facts): string {
	const roles = (facts.roles ?? []).filter((holder) => holder.person === person).map(({ role }) => role);
	return roles.length === 0 ? person : `${person} (${roles.join(', ')})`;
}

/** The clock alone only where the mask asks for it and the day is the day of the incident. */
function instantText(
	instant: Instant,
	{ placeholder, saysUtc }: FieldSlot,
	facts: Facts,
): string | undefined {
	const mask = placeholder.kind === 'mask' ? placeholder.text : '';
	const isSameDay = facts.date !== undefined && dateText(facts.date) === dateText(instant);
	if (dateMask.test(mask) && !clockMask.test(mask) && /^\S+$/u.test(mask)) {
		return dateText(instant);
	}
	const isClock = clockMask.test(mask) && !dateMask.test(mask) && isSameDay;
	const text = isClock ? clockText(instant) : dateClockText(instant);
	return text && (saysUtc ? text : `${text} UTC`);
}

function durationText(duration: Interval, placeholder: Placeholder): string {
	const amount = amountText(duration, placeholder);
	return duration.from === 'impactStartedAt' ? amount : `${amount} (${formulaText(duration)})`;
}

function amountText({ length }: Measure, placeholder: Placeholder): string {
	const text = placeholder.kind === 'mask' || placeholder.kind === 'prompt' ? placeholder.text : '';
	const isMinutes = /\bmin/iu.test(text) && !/\bh|\bday/iu.test(text);
	if (length === undefined) {
		return 'not available';
	}
	return isMinutes ? minutesText(length) : lengthText(length);
}

/** The template's own spelling where it has one, also of a mask such as `SEV-X`. */
function severityText(severity: number, placeholder: Placeholder): string {
	const chosen = placeholder.kind === 'choice' ? chooseSeverity(placeholder.options, severity) : undefined;
	return chosen ?? `SEV-${severity}`;
}
