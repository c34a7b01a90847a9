import * as vscode from 'vscode';
import { audiences, type Audience, type IncidentState } from '../../core/incident/model';
import type { Clock } from '../../core/ports';
import { minuteMs, type DueItem } from '../../core/schedule/dueItem';
import { updateTitles } from '../../core/schedule/updateClocks';
import { reasonOf, whenDue } from '../../core/schedule/whenDue';
import type { AgendaSource } from '../agendaSource';
import type { Handler } from '../commands';
import type { BoundIncident, IncidentSession } from '../incidentSession';
import { localTimeFrom } from '../localTime';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { pickRow, typeAndSave } from './ask';
import { say } from './say';

/** What the commands about clocks work with. */
export interface ClockTools {
	readonly session: IncidentSession;
	readonly agenda: AgendaSource;
	readonly clock: Clock;
}

/** Writes down that an update went out some other way; its clock starts anew. */
export function markUpdatePostedHandler(tools: ClockTools): Handler {
	return async (argument) => {
		requireTrust('no update can be recorded in it');
		const { state, record } = tools.session.requireCurrent();
		const audience = audienceIn(argument) ?? (await askAudience(tools, state));
		if (audience === undefined) return;
		const saved = await typeAndSave(
			{
				title: `${updateTitles[audience]}: ${plain(state.title)}`,
				prompt: 'What did you tell them? This writes it down; it sends nothing.',
			},
			(text) => record('updatePosted', { audience, text, postedAt: undefined }),
		);
		if (saved) say(`${updateTitles[audience]} recorded`);
	};
}

function audienceIn(argument: unknown): Audience | undefined {
	if (typeof argument !== 'object' || argument === null || !('audience' in argument)) return undefined;
	return audiences.find((audience) => audience === argument.audience);
}

async function askAudience(
	{ agenda, clock }: ClockTools,
	state: IncidentState,
): Promise<Audience | undefined> {
	const due = agenda.of(state);
	const rows = audiences.map((audience) => {
		const item = due.find(({ id }) => id === `update:${audience}`);
		return {
			label: updateTitles[audience],
			description: item ? whenDueNow(item, clock.now()) : '',
			detail: item ? plain(reasonOf(item)) : '',
			audience,
		};
	});
	const chosen = await pickRow('Mark Update as Posted', 'Who has been told?', rows);
	return chosen?.audience;
}

/** Minutes. */
export const snoozeChoices = [10, 30] as const;

/** Puts a reminder off, or stops it, without waiting for it to come. */
export function snoozeHandler(tools: ClockTools): Handler {
	return async () => {
		requireTrust('no reminder can be put off in it');
		const { state, record } = tools.session.requireCurrent();
		const item = await askClock(tools, state);
		if (!item) return;
		const rows = [
			...snoozeChoices.map((minutes) => ({ label: `${minutes} Minutes`, minutes })),
			{ label: 'Stop Reminding', description: 'until somebody takes this back', minutes: undefined },
		];
		const chosen = await pickRow(`Snooze Reminder: ${item.title}`, 'For how long?', rows);
		if (chosen) await snooze({ record }, item, chosen.minutes, tools.clock);
	};
}

async function askClock({ agenda, clock }: ClockTools, state: IncidentState): Promise<DueItem | undefined> {
	const rows = agenda.of(state).map((item) => ({
		label: plain(item.title),
		description: whenDueNow(item, clock.now()),
		detail: plain(reasonOf(item)),
		item,
	}));
	if (rows.length === 0) {
		void vscode.window.showInformationMessage('Nothing is due, so there is no reminder to put off.');
		return undefined;
	}
	return (await pickRow('Snooze Reminder', 'Which reminder?', rows))?.item;
}

/** `minutes` from now, or for good. */
export function snooze(
	{ record }: Pick<BoundIncident, 'record'>,
	{ id, title }: DueItem,
	minutes: number | undefined,
	clock: Clock,
): Promise<void> {
	const until = minutes === undefined ? undefined : clock.now() + minutes * minuteMs;
	return record('updateSnoozed', { clock: id, title, until });
}

function whenDueNow(item: Parameters<typeof whenDue>[0], now: number): string {
	return whenDue(item, now, localTimeFrom(now));
}
