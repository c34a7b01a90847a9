import { mergeArguments, parseMerges, type MergedTree } from '../../core/deploys/mergeOutput';
import { isUserError } from '../../core/userError';
import { writeCommit } from './looseObject';
import { readGit } from './run';
import type { Shadow } from './shadow';

/** A three-way merge of trees; full object ids. */
export interface TreeMerge {
	readonly base: string;
	readonly ours: string;
	readonly theirs: string;
}

export type MergeOutcome = MergedTree | { readonly failed: string };

/**
 * Merges each for itself, all in one process. git merges commits and looks for their base itself, so each triple
 * becomes commits of our own: base, then ours and theirs on top of it, which is right for every git that has
 * `merge-tree --write-tree` (2.38). Where a content is missing git gives up on the whole batch: then the halves are tried.
 */
export async function mergeTrees(
	shadow: Shadow,
	merges: readonly TreeMerge[],
	signal?: AbortSignal,
): Promise<readonly MergeOutcome[]> {
	const lines = await writePairs(shadow, merges);
	const outcomes = await mergeLines(shadow, lines, signal);
	return outcomes.map((outcome, index) =>
		'failed' in outcome ? outcome : withoutLabels(outcome, (lines[index] ?? '').trim().split(' ')),
	);
}

/** Where a file meets a link or a folder, git moves one to `path~<label>`, with our invented commit for a label. */
function withoutLabels(merged: MergedTree, labels: readonly string[]): MergedTree {
	const label = new RegExp(`~(?:${labels.join('|')})(?:_\\d+)?$`);
	return { ...merged, conflicts: [...new Set(merged.conflicts.map((path) => path.replace(label, '')))] };
}

async function mergeLines(
	shadow: Shadow,
	lines: readonly string[],
	signal: AbortSignal | undefined,
): Promise<readonly MergeOutcome[]> {
	if (lines.length === 0) return [];
	try {
		const merged = parseMerges(await readGit(shadow.git, mergeArguments, { input: lines.join(''), signal }));
		return lines.map((_, index) => merged[index] ?? { failed: 'Git gave no answer for it.' });
	} catch (error) {
		if (!isUserError(error)) throw error;
		if (lines.length === 1) return [{ failed: error.message }];
	}
	const half = Math.ceil(lines.length / 2);
	const first = await mergeLines(shadow, lines.slice(0, half), signal);
	return [...first, ...(await mergeLines(shadow, lines.slice(half), signal))];
}

/** Bases are roots, and one commit of a tree of ours stands on all of its bases: so each pair has its own base only. */
async function writePairs(shadow: Shadow, merges: readonly TreeMerge[]): Promise<readonly string[]> {
	const bases = new Map<string, string>();
	for (const { base } of merges) {
		if (!bases.has(base)) bases.set(base, await writeCommit(shadow, base, []));
	}
	const ours = new Map<string, string>();
	for (const { ours: tree } of merges) {
		if (!ours.has(tree)) ours.set(tree, await writeCommit(shadow, tree, [...bases.values()]));
	}
	const lines: string[] = [];
	for (const merge of merges) {
		const theirs = await writeCommit(shadow, merge.theirs, [bases.get(merge.base) ?? '']);
		lines.push(`${ours.get(merge.ours) ?? ''} ${theirs}\n`);
	}
	return lines;
}
