import { escapeInline, escapeKeepingAddresses } from '../postmortem/escape';
import { clockText, dateClockText, lengthText } from '../postmortem/timeText';
import { checklistItems, isLeft } from './checklistItems';
import type { IncidentState, Instant, TimelineEntry } from './model';
import { severityText } from './severity';

/** Who takes over what, and when the brief is made. */
export interface HandOff {
	readonly role: string;
	readonly to: string;
	readonly now: Instant;
}

/** More open items than this are counted, not listed: the brief is read in a minute. */
const listedItems = 25;

/**
 * What the next person needs, as Markdown made from the record alone: where things stand, and what happened since the
 * role last changed hands. Times are UTC. Sections with nothing in them are left out.
 */
export function handOffBrief(state: IncidentState, { role, to, now }: HandOff): string {
	const handedOff = state.handedOffAt.get(role);
	const since = handedOff ?? state.milestones.get('declaredAt') ?? now;
	const from = handedOff === undefined ? 'the declaration' : 'the last hand-off';
	const sections = [
		section('Where it stands', standing(state, now)),
		section(
			'Who does what',
			[...state.roles].map(([name, person]) => `${text(name)}: ${text(person)}`),
		),
		section(`What happened since ${from}, ${clockText(since) ?? '?'} UTC`, happened(state.timeline, since)),
		section(
			'Decided',
			state.decisions.map(({ choice, decidedBy }) => `${text(choice)}, by ${text(decidedBy)}`),
		),
		section('Hypotheses', hypotheses(state)),
		section(
			'Suspected changes',
			[...state.suspects.values()].map(({ sha, title }) => `${text(title)} (${text(sha.slice(0, 10))})`),
		),
		section('Left to do', leftToDo(state)),
		section('Last told', told(state)),
	];
	return (
		[`# Hand-off of ${text(role)} to ${text(to)}`, text(state.title), ...sections.filter(Boolean)].join(
			'\n\n',
		) + '\n'
	);
}

function section(title: string, lines: readonly string[]): string {
	return lines.length === 0 ? '' : [`## ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n');
}

/** Free text of the record must not become a heading, a link or a box. */
const text = escapeInline;

function standing(
	{ severity, status, milestones, escalation, conflicts, id }: IncidentState,
	now: Instant,
): readonly string[] {
	const declaredAt = milestones.get('declaredAt');
	const impact = milestones.get('impactStartedAt');
	const mitigated = milestones.get('mitigatedAt');
	return [
		`${severityText(severity)}, ${status}`,
		declaredAt === undefined
			? ''
			: `Declared ${at(declaredAt)}, ${lengthText(Math.max(0, now - declaredAt))} ago`,
		impact === undefined ? 'When the impact started is not known' : `Impact started ${at(impact)}`,
		mitigated === undefined ? 'Not mitigated' : `Mitigated ${at(mitigated)}`,
		escalation.level === 0 ? '' : `Escalated to level ${escalation.level}, ${acknowledgement(escalation)}`,
		conflicts.size === 0 ? '' : `${conflicts.size} conflicting entries are not settled`,
		`Incident ${text(id)}`,
	].filter(Boolean);
}

function acknowledgement({ acknowledged }: IncidentState['escalation']): string {
	return acknowledged ? `acknowledged by ${text(acknowledged.by)}` : 'not acknowledged';
}

function at(instant: Instant): string {
	return `${dateClockText(instant) ?? 'at an unknown time'} UTC`;
}

function happened(timeline: readonly TimelineEntry[], since: Instant): readonly string[] {
	return timeline
		.filter(
			(entry) =>
				(entry.writtenAt ?? entry.at) >= since && entry.mark !== 'undone' && entry.mark !== 'retracted',
		)
		.map(
			(entry) => `${clockText(entry.at) ?? '?'} ${escapeKeepingAddresses(entry.text)} (${text(entry.by)})`,
		);
}

function hypotheses(state: IncidentState): readonly string[] {
	return [...state.hypotheses.values()].map(
		({ text: words, outcome, why }) => `${outcome}: ${text(words)}${why ? ` (${text(why)})` : ''}`,
	);
}

/** Started ones first: somebody is in the middle of them. */
function leftToDo(state: IncidentState): readonly string[] {
	const items = checklistItems(state).filter(isLeft);
	const ordered = [...items.filter(isStarted), ...items.filter((item) => !isStarted(item))];
	const lines = ordered
		.slice(0, listedItems)
		.map((item) => `${text(item.text)}${isStarted(item) ? ' (started)' : ''}`);
	const more = ordered.length - lines.length;
	return more > 0 ? [...lines, `and ${more} more in the checklist`] : lines;
}

function isStarted({ state }: { readonly state: string }): boolean {
	return state === 'started';
}

function told({ updates }: IncidentState): readonly string[] {
	return [...updates].map(([audience, update]) => `${audience}, ${at(update.at)}: ${text(update.text)}`);
}
