import { formulaText, lengthText } from '../postmortem/timeText';
import { statusText } from '../postmortem/statusWords';
import { milestoneWords } from '../incident/events/lifecycle';
import { interval, knownResponseTimes } from '../incident/interval';
import { milestones, type IncidentState } from '../incident/model';
import { conflictSubject, conflictWords, holderOf } from '../incident/rows/conflictRows';
import { dueIn } from '../incident/rows/dueRows';
import { answerWords, contactsOf, levelWords } from '../incident/rows/escalationRows';
import { roleStandings } from '../incident/rows/roleRows';
import { severityText } from '../incident/severity';
import { isOpen } from '../incident/status';
import type { DocumentFacts } from './facts';
import { bullets, joined, safe, section, strong, table } from './text';

export function summary(state: IncidentState, facts: DocumentFacts): readonly string[] {
	return table(
		['Incident', safe(state.id)],
		[
			['Severity', severityText(state.severity)],
			['Status', statusText(state.status)],
			...runningTime(state, facts),
			...milestones.flatMap((milestone) => {
				const at = state.milestones.get(milestone);
				return at === undefined ? [] : [[milestoneWords[milestone], facts.time(at)]];
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
function runningTime(state: IncidentState, { now }: DocumentFacts): readonly (readonly string[])[] {
	const taken = interval(state, 'declaredAt', 'resolvedAt');
	if (taken) return [['Took', `${lengthText(taken.length)} (${formulaText(taken)})`]];
	const running = now - (state.milestones.get('declaredAt') ?? now);
	return isOpen(state) && running >= 0 ? [['Running for', lengthText(running)]] : [];
}

/** What has to be settled comes before everything else. */
export function conflictSection(state: IncidentState, { time }: DocumentFacts): readonly string[] {
	const rows = [...state.conflicts].map(([key, conflict]) => {
		const words = conflictWords(conflict, holderOf(state, key), time);
		return `${strong(conflictSubject(state, key))}: ${safe(words)}`;
	});
	return section('To be settled', bullets(rows));
}

export function roleSection(state: IncidentState, { roles }: DocumentFacts): readonly string[] {
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

export function dueSection({ agenda, now, time }: DocumentFacts): readonly string[] {
	return section(
		'Next due',
		table(
			['When', 'What', 'Due'],
			agenda.map(({ title, dueAt, line, condition, who }) => [
				dueIn(dueAt - now),
				safe(joined(line === undefined ? title : `${title} (runbook line ${line})`, condition, who)),
				time(dueAt),
			]),
		),
	);
}

export function escalationSection({ escalation }: IncidentState, facts: DocumentFacts): readonly string[] {
	const { levels, contacts, time } = facts;
	if (escalation.level === 0 && !escalation.acknowledged) return [];
	const level = levels[escalation.level - 1];
	const people = level ? contactsOf(level, contacts).map(({ name, value }) => `${name}: ${value}`) : [];
	return section('Escalation', [
		joined(safe(levelWords(escalation, levels)), safe(answerWords(escalation, time)), ...people.map(safe)),
	]);
}
