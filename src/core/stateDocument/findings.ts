import { audiences, type IncidentState } from '../incident/model';
import { severityText } from '../incident/severity';
import type { DocumentFacts } from './facts';
import { bullets, joined, safe, section, strong, table } from './text';

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

export function thinkingSections(state: IncidentState, { time }: DocumentFacts): readonly string[] {
	return [
		...section(
			'Decisions',
			table(
				['Time', 'Decision', 'Who decided'],
				state.decisions.map(({ at, decision, choice, criteria, decidedBy }) => [
					time(at),
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

export function updateSection({ updates }: IncidentState, { time }: DocumentFacts): readonly string[] {
	return section(
		'Last updates',
		table(
			['Audience', 'Sent', 'Text', 'Who'],
			audiences.flatMap((audience) => {
				const update = updates.get(audience);
				return update ? [[audience, time(update.at), safe(update.text), safe(update.by)]] : [];
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

export function otherSection({ others }: DocumentFacts): readonly string[] {
	return section(
		'Also open',
		bullets(
			others.map(({ id, title, severity, status }) =>
				joined(safe(title), severityText(severity), status, safe(id)),
			),
		),
	);
}
