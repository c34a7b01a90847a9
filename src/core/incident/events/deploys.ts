import { hasShape, isBoolean, isString, oneOf, optional } from '../guards';
import type { Rollback } from '../model';
import type { EventRules } from '../rule';

interface RollbackFact {
	readonly sha: string;
	readonly title: string;
	readonly way: Rollback['way'];
	readonly detail: string;
}

export interface DeployEvents {
	/** `cleared`: it was looked at and is not the cause. */
	readonly deploySuspected: {
		readonly sha: string;
		readonly title: string;
		readonly why: string | undefined;
		readonly cleared: boolean;
	};
	/** A deploy that git does not show as one. */
	readonly deployRecorded: { readonly sha: string; readonly title: string };
	readonly rollbackPlanned: RollbackFact;
	readonly rollbackRecorded: RollbackFact & { readonly succeeded: boolean };
}

const rollback = {
	sha: isString,
	title: isString,
	way: oneOf(['script', 'revert branch', 'elsewhere']),
	detail: isString,
};

export const deployRules: EventRules<DeployEvents> = {
	deploySuspected: {
		isData: hasShape({ sha: isString, title: isString, why: optional(isString), cleared: isBoolean }),
		register: ({ sha }) => `suspect:${sha}`,
		apply: (draft, { data: { sha, title, why, cleared }, at, by }) => {
			if (cleared) draft.suspects.delete(sha);
			else draft.suspects.set(sha, { sha, title, why, at, by });
		},
		kind: 'deploy',
		describe: ({ sha, title, why, cleared }) =>
			`${cleared ? 'No longer suspected' : 'Suspected'}: ${sha.slice(0, 10)} ${title}${why ? ` (${why})` : ''}`,
		undoable: true,
	},
	deployRecorded: {
		isData: hasShape({ sha: isString, title: isString }),
		apply: (draft, { data: { sha } }) => {
			draft.deployed.add(sha);
		},
		kind: 'deploy',
		describe: ({ sha, title }) => `Deployed: ${sha.slice(0, 10)} ${title}`,
		undoable: true,
	},
	rollbackPlanned: {
		isData: hasShape(rollback),
		apply: (draft, { data: { sha, title, way, detail }, at, by }) => {
			draft.rollbacks = [...draft.rollbacks, { sha, title, way, detail, state: 'planned', at, by }];
		},
		kind: 'deploy',
		describe: ({ sha, title, way }) => `Rollback planned (${way}): ${sha.slice(0, 10)} ${title}`,
		undoable: true,
	},
	rollbackRecorded: {
		isData: hasShape({ ...rollback, succeeded: isBoolean }),
		apply: (draft, { data: { sha, title, way, detail, succeeded }, at, by }) => {
			const others = draft.rollbacks.filter((one) => one.sha !== sha || one.state !== 'planned');
			const state = succeeded ? 'done' : 'failed';
			draft.rollbacks = [...others, { sha, title, way, detail, state, at, by }];
		},
		kind: 'deploy',
		describe: ({ sha, title, way, succeeded }) =>
			`${succeeded ? 'Rolled back' : 'Rollback failed'} (${way}): ${sha.slice(0, 10)} ${title}`,
		undoable: false,
	},
};
