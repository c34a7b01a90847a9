import { formulaText, lengthText } from '../postmortem/timeText';
import { statusText } from '../postmortem/statusWords';
import { milestoneWords } from '../incident/events/lifecycle';
import { interval, knownResponseTimes } from '../incident/interval';
import { audiences, milestones, type IncidentState } from '../incident/model';
import { conflictSubject, conflictWords } from '../incident/rows/conflictRows';
import { dueIn } from '../incident/rows/dueRows';
import { answerWords, contactsOf, levelWords } from '../incident/rows/escalationRows';
import { roleStandings } from '../incident/rows/roleRows';
import type { IncidentFacts } from '../incident/rows/row';
import { severityText } from '../incident/severity';
import { isOpen } from '../incident/status';
import { bullets, joined, safe, section, strong, table, utc } from './text';

/** What the document is made from beside the state; all of it may be empty. */
export interface StateFacts extends Omit<IncidentFacts, 'time'> {
	/** Ids of items that are not for the incident's severity. */
	readonly foreign: ReadonlySet<string>;
}

export function summary(state: IncidentState, facts: StateFacts): readonly string[] {
	return table(
		['Incident', safe(state.id)],
		[
			['Severity', severityText(state.severity)],
			['Status', statusText(state.status)],
			...runningTime(state, facts),
			...milestones.flatMap((milestone) => {
				const at = state.milestones.get(milestone);
				return at === undefined ? [] : [[milestoneWords[milestone], utc(at)]];
			}),
			...knownResponseTimes(state).map((figure) => [
				`${figure.short}, ${figure.name}`,
				`${lengthText(figure.length)} (${formulaText(figure)})`,
			]),
			...(state.runbook ? [['Runbook', safe(state.runbook.path)]] : []),
			...state.links.map(({ relation, incident }) => [`This is ${relation}`, safe(incident)]),
		],
	);
}

/** Nothing when a clock ran backwards. */
function runningTime(state: IncidentState, { now }: StateFacts): readonly (readonly string[])[] {
	const taken = interval(state, 'declaredAt', 'resolvedAt');
	if (taken) return [['Took', `${lengthText(taken.length)} (${formulaText(taken)})`]];
	const running = now - (state.milestones.get('declaredAt') ?? now);
	return isOpen(state) && running >= 0 ? [['Running for', lengthText(running)]] : [];
}

/** What has to be settled comes before everything else. */
export function conflictSection(state: IncidentState): readonly string[] {
	const rows = [...state.conflicts].map(([key, conflict]) => {
		const words = conflictWords(conflict, state.registers.get(key), utc);
		return `${strong(conflictSubject(state, key))}: ${safe(words)}`;
	});
	return section('To be settled', bullets(rows));
}

export function roleSection(state: IncidentState, { roles }: StateFacts): readonly string[] {
	return section(
		'Roles',
		table(
			['Role', 'Who'],
			roleStandings(state, roles).map(({ name, short, holder, offer }) => [
				safe(short === undefined ? name : `${name} (${short})`),
				joined(
					holder === undefined ? 'nobody yet' : safe(holder),
					offer && `offered to ${safe(offer.to)}, not accepted yet`,
				),
			]),
		),
	);
}

export function dueSection({ agenda, now }: StateFacts): readonly string[] {
	return section(
		'Next due',
		table(
			['When', 'What', 'Due'],
			agenda.map(({ title, dueAt, line }) => [
				dueIn(dueAt - now),
				safe(line === undefined ? title : `${title} (runbook line ${line})`),
				utc(dueAt),
			]),
		),
	);
}

export function escalationSection({ escalation }: IncidentState, facts: StateFacts): readonly string[] {
	const { levels, contacts } = facts;
	if (escalation.level === 0 && !escalation.acknowledged) return [];
	const level = levels[escalation.level - 1];
	const people = level ? contactsOf(level, contacts).map(({ name, value }) => `${name}: ${value}`) : [];
	return section('Escalation', [
		joined(safe(levelWords(escalation, levels)), safe(answerWords(escalation, utc)), ...people.map(safe)),
	]);
}

export function deploySection({ suspects, rollbacks }: IncidentState): readonly string[] {
	return section(
		'Suspected deploys',
		bullets([
			...[...suspects.values()].map(({ sha, title, why, by }) =>
				joined(`${safe(sha.slice(0, 12))} ${safe(title)}`, why && safe(why), `suspected by ${safe(by)}`),
			),
			...rollbacks.map(({ sha, title, way, detail, state, by }) =>
				joined(
					`**Rollback ${state}**: ${safe(sha.slice(0, 12))} ${safe(title)}`,
					`${way}: ${safe(detail)}`,
					safe(by),
				),
			),
		]),
	);
}

export function thinkingSections(state: IncidentState): readonly string[] {
	return [
		...section(
			'Decisions',
			table(
				['Time', 'Decision', 'Who decided'],
				state.decisions.map(({ at, decision, choice, criteria, decidedBy }) => [
					utc(at),
					`${strong(choice)} ${safe([`(${decision})`, ...criteria].join('; '))}`,
					safe(decidedBy),
				]),
			),
		),
		...section(
			'Hypotheses',
			table(
				['Outcome', 'Hypothesis', 'Who'],
				[...state.hypotheses.values()].map(({ text, outcome, why, by }) => [
					outcome,
					joined(safe(text), why && safe(why)),
					safe(by),
				]),
			),
		),
	];
}

export function updateSection({ updates }: IncidentState): readonly string[] {
	return section(
		'Last updates',
		table(
			['Audience', 'Sent', 'Text', 'Who'],
			audiences.flatMap((audience) => {
				const update = updates.get(audience);
				return update ? [[audience, utc(update.at), safe(update.text), safe(update.by)]] : [];
			}),
		),
	);
}

export function actionItemSection({ actionItems }: IncidentState): readonly string[] {
	return section(
		'Action items',
		table(
			['State', 'What', 'Owner', 'Due', 'Kind'],
			[...actionItems.values()].map(({ text, owner, due, kind, done }) => [
				done ? 'done' : 'open',
				safe(text),
				safe(owner ?? ''),
				safe(due ?? ''),
				kind ?? '',
			]),
		),
	);
}

export function otherSection({ others }: StateFacts): readonly string[] {
	return section(
		'Also open',
		bullets(
			others.map(({ id, title, severity, status }) =>
				joined(safe(title), severityText(severity), status, safe(id)),
			),
		),
	);
}
