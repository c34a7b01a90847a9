import { outcomeWords } from '../../scripts/outcome';
import { hasShape, isFiniteNumber, isObject, isString, oneOf, optional } from '../guards';
import { noExitCodes, type RunState, type ScriptOutcome } from '../model';
import type { EventRules } from '../rule';

/** One run of a script. `run` ties start and end together; `sha256` is of the exact text that was executed. */
export interface ScriptRun {
	readonly run: string;
	readonly title: string;
	readonly sha256: string;
}

export interface ScriptEvents {
	/** `approver` is who said yes; `owner` is whom the runbook gives the decision to; no `folder` is the root. */
	readonly scriptApproved: {
		readonly title: string;
		readonly sha256: string;
		readonly approver: string;
		readonly owner: string | undefined;
		readonly folder?: string | undefined;
	};
	readonly scriptStarted: ScriptRun & {
		readonly effect?: 'check' | 'change' | 'unknown' | undefined;
		readonly shell?: string | undefined;
		readonly cwd?: string | undefined;
		readonly item?: string | undefined;
	};
	/** `output` is without escapes and secrets, its end only when it was long. */
	readonly scriptFinished: ScriptRun & {
		readonly outcome: ScriptOutcome;
		/** As at its start: exit 2 of a check is a warning. */
		readonly effect?: 'check' | 'change' | 'unknown' | undefined;
		readonly output?: string | undefined;
	};
}

const run = { run: isString, title: isString, sha256: isString };

const isEffect = optional(oneOf(['check', 'change', 'unknown']));

export const isOutcome = (value: unknown): boolean =>
	isObject(value) &&
	(value['kind'] === 'exited'
		? isFiniteNumber(value['exitCode'])
		: oneOf(noExitCodes)(value['kind']) && isString(value['reason']));

export const scriptRules: EventRules<ScriptEvents> = {
	scriptApproved: {
		isData: hasShape({
			title: isString,
			sha256: isString,
			approver: isString,
			owner: optional(isString),
			folder: optional(isString),
		}),
		apply: (draft, { data: { sha256, approver, folder = '' }, at }) =>
			void draft.approvals.set(sha256, { approver, folder, at }),
		kind: 'script',
		describe: ({ title, approver, owner }) =>
			`${approver} approved “${title}”${owner === undefined ? '' : ` (decided by ${owner})`}`,
		undoable: true,
	},
	scriptStarted: {
		isData: hasShape({
			...run,
			effect: isEffect,
			shell: optional(isString),
			cwd: optional(isString),
			item: optional(isString),
		}),
		apply: (draft, { data, at, by, writer }) =>
			void draft.runs.set(data.run, {
				...unfinished,
				title: data.title,
				sha256: data.sha256,
				effect: data.effect,
				item: data.item,
				startedAt: at,
				by,
				writer,
			}),
		kind: 'script',
		describe: ({ title }) => `Started script: ${title}`,
		undoable: false,
	},
	scriptFinished: {
		isData: hasShape({ ...run, outcome: isOutcome, effect: isEffect, output: optional(isString) }),
		apply: (draft, { data: { run: id, outcome, output }, at }) => {
			const started = draft.runs.get(id);
			if (started) draft.runs.set(id, { ...started, outcome, output, finishedAt: at });
		},
		kind: 'script',
		describe: ({ title, outcome, effect = 'unknown' }) =>
			`${upperFirst(outcomeWords(outcome, effect))}: ${title}`,
		undoable: false,
	},
};

/** A run that has begun, without its end. */
export const unfinished: Pick<RunState, 'outcome' | 'finishedAt' | 'output'> = {
	outcome: undefined,
	finishedAt: undefined,
	output: undefined,
};

function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
