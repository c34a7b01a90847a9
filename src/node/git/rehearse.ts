import { isObjectId } from '../../core/deploys/objectId';
import type { Tried } from '../../core/deploys/rehearsal';
import { planUndo, neededObjects, undoneIds, type PlannedUndo, type Undo } from '../../core/deploys/undo';
import { UserError } from '../../core/userError';
import { writeAttributes } from './attributes';
import { emptyTree } from './looseObject';
import { mergeTrees, type MergeOutcome } from './mergeTrees';
import type { Repository } from './repository';
import { readGit } from './run';
import { withShadow, type Shadow } from './shadow';

/** `merge-tree --write-tree` came with git 2.38. */
export function canRehearse(version: GitVersion): boolean {
	return version.major > 2 || (version.major === 2 && version.minor >= 38);
}

export interface GitVersion {
	readonly major: number;
	readonly minor: number;
}

/**
 * Tries each undo by itself on top of commit `onto` (full id). Single commits and ranges go through one process all
 * together, sets need one for each of their steps. No byte of the user's repository changes; see `Shadow`.
 */
export function tryUndos(
	repository: Repository,
	onto: string,
	undos: readonly Undo[],
	signal?: AbortSignal,
): Promise<readonly Tried[]> {
	return withShadow(repository, (shadow) => tryInShadow(shadow, onto, undos, signal));
}

/** The same in a shadow that is kept for more. */
export async function tryInShadow(
	shadow: Shadow,
	onto: string,
	undos: readonly Undo[],
	signal?: AbortSignal,
): Promise<readonly Tried[]> {
	const top = `${onto}^{tree}`;
	const ids = await readIds(shadow, [top, ...undos.flatMap(safeNames)], signal);
	const ours = ids.get(top);
	if (ours === undefined) throw new UserError(`There is no commit ${onto} here to try anything on.`);
	const { shallow, objectFormat } = shadow.repository;
	const known = { ids, shallow, emptyTree: emptyTree(objectFormat) };
	const plans = undos.map((undo) => planUndo(undo, known));
	await writeAttributes(shadow, ours, signal);
	return runPlans(shadow, ours, plans, signal);
}

function safeNames(undo: Undo): readonly string[] {
	return undoneIds(undo).every(isObjectId) ? neededObjects(undo) : [];
}

/** In rounds: the first step of every plan in one batch, then the second of those that have one. */
async function runPlans(
	shadow: Shadow,
	ours: string,
	plans: readonly PlannedUndo[],
	signal: AbortSignal | undefined,
): Promise<readonly Tried[]> {
	const runs = plans.map((plan) => new Run(ours, plan));
	for (;;) {
		const waiting = runs.flatMap((run) => (run.next ? [{ run, merge: run.next }] : []));
		if (waiting.length === 0) return runs.map((run) => run.result);
		const merges = waiting.map(({ merge }) => merge);
		const outcomes = await mergeTrees(shadow, merges, signal);
		waiting.forEach(({ run }, index) => run.take(outcomes[index] ?? { failed: 'Git gave no answer.' }));
	}
}

/** One plan on its way: where it stands, and what it came to. */
class Run {
	readonly #start: string;
	readonly #plan: PlannedUndo;
	#ours: string;
	#done = 0;
	#stop: Tried | undefined;

	constructor(ours: string, plan: PlannedUndo) {
		this.#start = ours;
		this.#ours = ours;
		this.#plan = plan;
		if (plan.kind !== 'steps') this.#stop = plan;
	}

	get next() {
		const step = this.#plan.kind === 'steps' && !this.#stop ? this.#plan.steps[this.#done] : undefined;
		return step && { ...step, ours: this.#ours };
	}

	take(outcome: MergeOutcome): void {
		this.#done++;
		if ('failed' in outcome) this.#stop = { kind: 'unavailable', why: outcome.failed };
		else if (outcome.clean) this.#ours = outcome.tree;
		else this.#stop = { kind: 'conflicts', paths: outcome.conflicts, tree: outcome.tree };
	}

	get result(): Tried {
		if (this.#stop) return this.#stop;
		return this.#ours === this.#start ? { kind: 'empty' } : { kind: 'clean', tree: this.#ours };
	}
}

/** What each name stands for; names that lead nowhere are left out. */
async function readIds(
	shadow: Shadow,
	names: readonly string[],
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
	const args = ['cat-file', '--batch-check=%(objectname)'];
	const input = names.map((name) => `${name}\n`).join('');
	const answers = (await readGit(shadow.git, args, { input, signal })).split('\n');
	return new Map(
		names.flatMap((name, index) => {
			const answer = answers[index] ?? '';
			return isObjectId(answer) ? [[name, answer] as const] : [];
		}),
	);
}
