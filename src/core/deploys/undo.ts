import { isObjectId } from './objectId';

/** What is to be taken back. All ids are full object ids. */
export type Undo =
	| CommitUndo
	/** Everything that came after one commit, up to and including another: back to how it was at `after`. */
	| { readonly kind: 'range'; readonly after: string; readonly through: string }
	/** One commit after the other, in this order; the newest first is what git would do. */
	| { readonly kind: 'set'; readonly commits: readonly CommitUndo[] };

export interface CommitUndo {
	readonly kind: 'commit';
	readonly sha: string;
	/** Of a merge, the parent to go back to, from 1; 1 is the branch that was merged into. */
	readonly parent?: 1 | 2 | undefined;
}

/** From tree to tree: what an undo would change, as git object ids. */
export interface UndoStep {
	readonly base: string;
	readonly theirs: string;
}

/** The objects that must be known before an undo can be tried: names that git resolves, each made of a full id. */
export function neededObjects(undo: Undo): readonly string[] {
	switch (undo.kind) {
		case 'commit': {
			const { sha, parent = 1 } = undo;
			return [`${sha}^{tree}`, `${sha}^${parent}^{tree}`, `${sha}^1`, `${sha}^2`];
		}
		case 'range':
			return [`${undo.through}^{tree}`, `${undo.after}^{tree}`];
		case 'set':
			return undo.commits.flatMap(neededObjects);
	}
}

export function undoneIds(undo: Undo): readonly string[] {
	switch (undo.kind) {
		case 'commit':
			return [undo.sha];
		case 'range':
			return [undo.after, undo.through];
		case 'set':
			return undo.commits.map(({ sha }) => sha);
	}
}

/** Objects by the names of `neededObjects`; a name that is not there is an object that is missing. */
export interface KnownObjects {
	readonly ids: ReadonlyMap<string, string>;
	/** Commits at which a shallow clone ends. */
	readonly shallow: ReadonlySet<string>;
	readonly emptyTree: string;
}

export type PlannedUndo =
	| { readonly kind: 'steps'; readonly steps: readonly UndoStep[] }
	| { readonly kind: 'needs-parent' | 'unavailable'; readonly why: string };

/** The merges that undo it, or in one sentence why there are none. */
export function planUndo(undo: Undo, known: KnownObjects): PlannedUndo {
	const wrong = undoneIds(undo).find((id) => !isObjectId(id));
	if (wrong !== undefined) return unavailable(`“${wrong}” is not a full commit id.`);
	switch (undo.kind) {
		case 'commit':
			return planCommit(undo, known);
		case 'range':
			return planRange(undo.after, undo.through, known);
		case 'set':
			return joinPlans(undo.commits.map((commit) => planCommit(commit, known)));
	}
}

function planCommit({ sha, parent }: CommitUndo, { ids, shallow, emptyTree }: KnownObjects): PlannedUndo {
	const short = sha.slice(0, 10);
	const base = ids.get(`${sha}^{tree}`);
	if (base === undefined) return unavailable(`There is no commit ${short} here.`);
	if (ids.has(`${sha}^2`) && parent === undefined) {
		return { kind: 'needs-parent', why: `${short} is a merge: say which parent to go back to.` };
	}
	const theirs = ids.get(`${sha}^${parent ?? 1}^{tree}`);
	if (theirs !== undefined) return toSteps({ base, theirs });
	if (shallow.has(sha)) {
		return unavailable(`What was before ${short} is not on this machine: run git fetch --unshallow.`);
	}
	if (ids.has(`${sha}^1`)) {
		return unavailable(`${short} has no parent ${parent ?? 1}, or its files are not on this machine.`);
	}
	return toSteps({ base, theirs: emptyTree });
}

function planRange(after: string, through: string, { ids }: KnownObjects): PlannedUndo {
	const base = ids.get(`${through}^{tree}`);
	const theirs = ids.get(`${after}^{tree}`);
	if (base !== undefined && theirs !== undefined) return toSteps({ base, theirs });
	return unavailable(`There is no commit ${(base === undefined ? through : after).slice(0, 10)} here.`);
}

function joinPlans(plans: readonly PlannedUndo[]): PlannedUndo {
	const steps: UndoStep[] = [];
	for (const plan of plans) {
		if (plan.kind !== 'steps') return plan;
		steps.push(...plan.steps);
	}
	return { kind: 'steps', steps };
}

function toSteps(step: UndoStep): PlannedUndo {
	return { kind: 'steps', steps: [step] };
}

function unavailable(why: string): PlannedUndo {
	return { kind: 'unavailable', why };
}
