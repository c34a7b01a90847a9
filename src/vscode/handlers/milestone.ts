import { isoMinute, milestoneWords } from '../../core/incident/events/lifecycle';
import { milestones, type IncidentState, type Milestone } from '../../core/incident/model';
import { parseWhen } from '../../core/schedule/whenText';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { requireTrust } from '../trust';
import { entryIn } from './argument';
import { pickRow, typeText } from './ask';
import { entryFor, entryRow } from './entries';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

/** Says when something of the incident's course happened: at an entry of the timeline, now, or at a time typed. */
export function markMilestoneHandler({ session, clock }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('no incident can be changed in it');
		const { state, record } = session.requireCurrent();
		const entry = entryIn(argument) === undefined ? undefined : await entryFor(state, argument, '');
		const milestone = await askMilestone(state);
		if (!milestone) return;
		const when = entry ? { at: entry.at } : await askWhen(state, milestone, clock.now());
		if (!when) return;
		await record('milestoneSet', { milestone, at: when.at, before: state.milestones.get(milestone) });
		say(`${milestoneWords[milestone]}: ${when.at === undefined ? 'not known' : isoMinute(when.at)}`);
	};
}

async function askMilestone(state: IncidentState): Promise<Milestone | undefined> {
	const rows = milestones.map((milestone) => {
		const at = state.milestones.get(milestone);
		return {
			label: milestoneWords[milestone],
			description: at === undefined ? 'not set' : isoMinute(at),
			milestone,
		};
	});
	return (await pickRow('Mark as Milestone', 'Which milestone? The value it had is kept', rows))?.milestone;
}

/** `at` is `undefined` when the milestone is to be cleared. */
interface When {
	readonly at: number | undefined;
}

async function askWhen(state: IncidentState, milestone: Milestone, now: number): Promise<When | undefined> {
	const title = `${milestoneWords[milestone]}: when?`;
	const at = state.milestones.get(milestone);
	const chosen = await pickRow(title, 'Now, a time, or the moment of a timeline entry', [
		{ label: '$(watch) Now', when: { at: now } },
		{ label: '$(edit) At Another Time…', when: undefined },
		...(at === undefined ? [] : [{ label: '$(close) Not Known After All', when: { at: undefined } }]),
		...[...state.timeline].reverse().map((entry) => ({ ...entryRow(entry, state), when: { at: entry.at } })),
	]);
	if (!chosen) return undefined;
	return chosen.when ?? askTime(title);

	async function askTime(question: string): Promise<When | undefined> {
		const typed = await typeText({
			title: question,
			prompt: timePrompt,
			validate: (text) => timeProblem(text, now),
		});
		return typed === undefined ? undefined : { at: readTime(typed, now) };
	}
}

export const timePrompt = 'A time that has passed: -10m, 14:05 or 2026-11-23T03:04Z';

export function timeProblem(text: string, now: number): string | undefined {
	return parseWhen(text, now) === undefined ? `${timePrompt}.` : undefined;
}

function readTime(text: string, now: number): number {
	const at = parseWhen(text, now);
	if (at === undefined) throw new UserError(`“${text}” is no time that has passed, such as -10m or 14:05.`);
	return at;
}
