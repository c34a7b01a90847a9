import { blameArguments, parseBlame } from '../../core/deploys/blame';
import { resolveFrames, type ResolvedFrame } from '../../core/deploys/resolveFrames';
import { parseLog, listArguments } from '../../core/deploys/log';
import { firstDepth, selectDeploys } from '../../core/deploys/select';
import { parseStackTrace } from '../../core/deploys/stackTrace';
import type { TracedFrame, TraceReading } from '../../core/deploys/trace';
import { isUserError } from '../../core/userError';
import { readRepository } from './repository';
import { readGit, type GitProgram } from './run';
import { withShadow, type Shadow } from './shadow';

/** A pasted trace, and when the impact began (milliseconds since 1970). */
export interface PastedTrace {
	readonly text: string;
	readonly onset: number;
}

/** See `DeployHistory.readTrace`. A list of files, and one blame for each file of the trace, ten at most. */
export async function readTrace(
	{ git, branch }: { readonly git: GitProgram; readonly branch: string },
	{ text, onset }: PastedTrace,
	signal?: AbortSignal,
): Promise<TraceReading> {
	const log = parseLog(await readGit(git, listArguments(branch, firstDepth(0)), { signal }));
	const deploys = selectDeploys(log, log.length);
	const running = deploys.find(({ entry }) => Date.parse(entry.committedAt) <= onset) ?? deploys[0];
	const commit = running?.entry.sha ?? '';
	// in a repository of our own, because blame can be made to run programs that the user's one names
	return withShadow(await readRepository(git, signal), async (shadow) => {
		const names = ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit];
		const files = (await readGit(shadow.git, names, { signal })).split('\0').slice(0, -1);
		const resolved = resolveFrames(parseStackTrace(text), files);
		return { commit, frames: await blameFrames(shadow, { commit, resolved }, signal) };
	});
}

const mostFiles = 10;

interface Resolved {
	readonly commit: string;
	readonly resolved: readonly ResolvedFrame[];
}

async function blameFrames(
	shadow: Shadow,
	{ commit, resolved }: Resolved,
	signal: AbortSignal | undefined,
): Promise<readonly TracedFrame[]> {
	const linesOf = new Map<string, number[]>();
	for (const { frame, paths } of resolved) {
		const [path = '', ...others] = paths;
		if (path === '' || others.length > 0 || frame.line === undefined) continue;
		linesOf.set(path, [...(linesOf.get(path) ?? []), frame.line]);
	}
	const writers = new Map<string, ReadonlyMap<number, string>>();
	for (const [path, lines] of [...linesOf].slice(0, mostFiles)) {
		writers.set(path, await blameFile(shadow, { commit, path, lines }, signal));
	}
	return resolved.map(({ frame, paths }) => {
		const writtenBy = paths.length === 1 ? writers.get(paths[0] ?? '')?.get(frame.line ?? 0) : undefined;
		return { frame, paths, ...(writtenBy !== undefined && { writtenBy }) };
	});
}

interface BlamedFile {
	readonly commit: string;
	readonly path: string;
	readonly lines: readonly number[];
}

/** Line by line where the file has not all of them: git refuses the whole when one is beyond its end. */
async function blameFile(
	shadow: Shadow,
	{ commit, path, lines }: BlamedFile,
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, string>> {
	try {
		return parseBlame(await readGit(shadow.git, blameArguments(commit, path, lines), { signal }));
	} catch (error) {
		if (!isUserError(error)) throw error;
		if (lines.length === 1) return new Map(); // the line is not there, or its history is not on this machine
	}
	const found: [number, string][] = [];
	for (const line of lines) found.push(...(await blameFile(shadow, { commit, path, lines: [line] }, signal)));
	return new Map(found);
}
