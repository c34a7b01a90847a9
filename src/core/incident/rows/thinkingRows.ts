import type { ActionItemState, Hypothesis, Rollback, Suspect } from '../model';
import { count, toRow, toSection, type IncidentFacts, type IncidentRow, type RowRule } from './row';

/** The deploys that may have done it, and what is being done about them. */
export const deployRows: RowRule = ({ suspects, rollbacks }, facts) =>
	toSection(
		'deploys',
		{
			label: 'Suspected deploys',
			icon: 'deploy',
			description: count(suspects.size, 'suspect'),
			expanded: true,
		},
		[
			...[...suspects.values()].map((suspect) => suspectRow(suspect, facts)),
			...rollbacks.map((rollback) => rollbackRow(rollback, facts)),
		],
	);

function suspectRow({ sha, title, why, by, at }: Suspect, { time }: IncidentFacts): IncidentRow {
	const who = `suspected by ${by} at ${time(at)}`;
	return toRow({
		id: `suspect:${sha}`,
		kind: 'suspect',
		subject: sha,
		icon: 'deploy',
		label: title,
		description: [why, who].filter(Boolean).join(' · '),
		details: [why, who, sha],
	});
}

const rollbackWords: Readonly<Record<Rollback['state'], string>> = {
	planned: 'Rollback planned',
	done: 'Rolled back',
	failed: 'Rollback FAILED',
};
const rollbackIcons = { planned: 'open', done: 'yes', failed: 'attention' } as const;

function rollbackRow(
	{ sha, title, way, detail, state, by, at }: Rollback,
	{ time }: IncidentFacts,
): IncidentRow {
	const who = `${by} at ${time(at)}`;
	return toRow({
		id: `rollback:${sha}:${way}`,
		kind: 'rollback',
		subject: sha,
		icon: rollbackIcons[state],
		label: `${rollbackWords[state]}: ${title}`,
		description: [way, who].join(' · '),
		details: [`${way}: ${detail}`, who, sha],
	});
}

const outcomeIcons = { open: 'hypothesis', confirmed: 'yes', 'ruled out': 'no' } as const;

/** Open ones first: they are what is worked on. */
export const hypothesisRows: RowRule = ({ hypotheses }, facts) => {
	const all = [...hypotheses].sort(([, left], [, right]) => rank(left) - rank(right));
	const open = all.filter(([, { outcome }]) => outcome === 'open').length;
	return toSection(
		'hypotheses',
		{ label: 'Hypotheses', icon: 'hypothesis', description: `${open} open`, expanded: open > 0 },
		all.map(([id, hypothesis]) => hypothesisRow(id, hypothesis, facts)),
	);
};

function rank({ outcome }: Hypothesis): number {
	return outcome === 'open' ? 0 : 1;
}

function hypothesisRow(
	id: string,
	{ text, outcome, why, by, at }: Hypothesis,
	{ time }: IncidentFacts,
): IncidentRow {
	const prefix = outcome === 'open' ? '' : outcome === 'confirmed' ? 'Confirmed · ' : 'Ruled out · ';
	return toRow({
		id: `hypothesis:${id}`,
		kind: 'hypothesis',
		subject: id,
		icon: outcomeIcons[outcome],
		label: `${prefix}${text}`,
		description: [why, `${by}, ${time(at)}`].filter(Boolean).join(' · '),
	});
}

export const decisionRows: RowRule = ({ decisions }, { time }) =>
	toSection(
		'decisions',
		{ label: 'Decisions', icon: 'decision', description: String(decisions.length), expanded: false },
		decisions.map(({ id, decision, choice, criteria, decidedBy, owner, at }) =>
			toRow({
				id: `decision:${id}`,
				kind: 'decision',
				subject: id,
				icon: 'decision',
				label: choice,
				description: `${decision} · ${decidedBy}, ${time(at)}`,
				details: [
					decision,
					`Decided by ${decidedBy}, ${time(at)}`,
					owner && `The runbook gives this decision to: ${owner}`,
					...criteria.map((criterion) => `• ${criterion}`),
				],
			}),
		),
	);

export const actionItemRows: RowRule = ({ actionItems }) => {
	const open = [...actionItems.values()].filter(({ done }) => !done).length;
	return toSection(
		'actions',
		{ label: 'Action items', icon: 'actions', description: `${open} open`, expanded: false },
		[...actionItems].map(([id, item]) => actionItemRow(id, item)),
	);
};

function actionItemRow(id: string, { text, owner, due, kind, done }: ActionItemState): IncidentRow {
	const facts = [owner ?? 'no owner', due && `due ${due}`, kind];
	return toRow({
		id: `action:${id}`,
		kind: 'actionItem',
		subject: id,
		icon: done ? 'yes' : 'open',
		label: done ? `Done · ${text}` : text,
		description: facts.filter(Boolean).join(' · '),
	});
}
