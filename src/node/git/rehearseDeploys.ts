import { fileKind } from '../../core/deploys/fileKinds';
import { hunkArguments, parseHunks } from '../../core/deploys/hunks';
import type { Rehearsal } from '../../core/deploys/model';
import { idLogArguments, nameLogArguments, parseNameLog, type NamedCommit } from '../../core/deploys/nameLog';
import { isObjectId } from '../../core/deploys/objectId';
import { notRehearsed, toRehearsal, touches, type Tried, type UndoFacts } from '../../core/deploys/rehearsal';
import { findSameLines } from '../../core/deploys/sameLines';
import { deepest } from '../../core/deploys/select';
import { readContents } from './contents';
import { readRepository } from './repository';
import { canRehearse, tryInShadow, type GitVersion } from './rehearse';
import { readGit, type GitProgram } from './run';
import { openShadow, type Shadow } from './shadow';
import { decodeText } from './text';

/** Where deploys are rehearsed. */
export interface DeploySource {
	readonly git: GitProgram;
	readonly version: GitVersion;
	/** Full name of the ref that deploys are made from. */
	readonly branch: string;
}

// git gives the results of a batch all at once, so a batch is what a person waits for
const partSize = 20;

/** See `DeployHistory.rehearse`. One process for each part of 20, and a handful for what is told beside the result. */
export async function* rehearseDeploys(
	{ git, version, branch }: DeploySource,
	shas: readonly string[],
	signal?: AbortSignal,
): AsyncGenerator<ReadonlyMap<string, Rehearsal>> {
	if (shas.length === 0) return;
	if (!canRehearse(version)) {
		const why = `Rehearsals need git 2.38 or newer; this is ${version.major}.${version.minor}.`;
		yield new Map(shas.map((sha) => [sha, { ...notRehearsed, why }]));
		return;
	}
	const history = await readHistory({ git, branch }, shas, signal);
	const shadow = await openShadow(await readRepository(git, signal));
	try {
		for (let at = 0; at < shas.length; at += partSize) {
			yield await rehearsePart({ shadow, history }, shas.slice(at, at + partSize), signal);
		}
	} finally {
		await shadow.remove();
	}
}

interface Stage {
	readonly shadow: Shadow;
	/** The deploy branch from its tip to the oldest commit asked for. */
	readonly history: readonly NamedCommit[];
}

/** The ids first, because they are cheap and say how far back the names are needed. */
async function readHistory(
	{ git, branch }: Pick<DeploySource, 'git' | 'branch'>,
	shas: readonly string[],
	signal: AbortSignal | undefined,
): Promise<readonly NamedCommit[]> {
	const ids = (await readGit(git, idLogArguments(branch, deepest), { signal }))
		.split('\n')
		.filter(isObjectId);
	const wanted = new Set(shas);
	const depth = Math.max(1, ids.findLastIndex((id) => wanted.has(id)) + 1);
	return parseNameLog(await readGit(git, nameLogArguments(ids[0] ?? '', depth), { signal }));
}

async function rehearsePart(
	{ shadow, history }: Stage,
	shas: readonly string[],
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Rehearsal>> {
	const undos = shas.map((sha) => ({ kind: 'commit' as const, sha, parent: 1 as const }));
	const tried = await tryInShadow(shadow, history[0]?.sha ?? '', undos, signal);
	const migrations = await readMigrations({ shadow, history }, shas, signal);
	const entries: [string, Rehearsal][] = [];
	for (const [index, sha] of shas.entries()) {
		const result = tried[index];
		if (!result) continue;
		const facts = toFacts(history, sha, migrations);
		const sameLines = await readSameLines(shadow, { sha, result, facts }, signal);
		entries.push([sha, toRehearsal(result, { ...facts, sameLines })]);
	}
	return new Map(entries);
}

function toFacts(
	history: readonly NamedCommit[],
	sha: string,
	contents: ReadonlyMap<string, string>,
): UndoFacts {
	const place = history.findIndex((commit) => commit.sha === sha);
	const commit = history[place];
	const files = commit?.files ?? [];
	const migrations = addedMigrations(commit).flatMap(({ path, after = '' }) => {
		const text = contents.get(after);
		return text === undefined ? [] : [[path, text] as const];
	});
	return {
		files,
		isMerge: (commit?.parents ?? 0) > 1,
		later: history.slice(0, Math.max(0, place)),
		sameLines: [],
		migrations: new Map(migrations),
	};
}

async function readMigrations(
	{ shadow, history }: Stage,
	shas: readonly string[],
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
	const wanted = new Set(shas);
	const commits = history.filter(({ sha }) => wanted.has(sha));
	const ids = commits.flatMap(addedMigrations).flatMap(({ after }) => (after === undefined ? [] : [after]));
	const contents = await readContents(shadow.git, ids, signal);
	return new Map(
		[...contents].map(([id, content]) => [id, decodeText(content.subarray(0, largestMigration))]),
	);
}

const largestMigration = 200_000; // bytes

function addedMigrations(commit: NamedCommit | undefined) {
	const files = commit?.files ?? [];
	return files.filter(({ path, status }) => status === 'added' && fileKind(path) === 'migration');
}

interface Conflicted {
	readonly sha: string;
	readonly result: Tried;
	readonly facts: UndoFacts;
}

/** The later commits that went over its lines, read only where it conflicts: this looks into the files. */
async function readSameLines(
	shadow: Shadow,
	{ sha, result, facts }: Conflicted,
	signal: AbortSignal | undefined,
): Promise<readonly NamedCommit[]> {
	if (result.kind !== 'conflicts') return [];
	const paths = new Set(result.paths);
	const later = facts.later.filter((commit) => touches(commit, paths)).slice(-mostLater);
	if (later.length === 0) return [];
	const input = [sha, ...later.map((commit) => commit.sha)].map((id) => `${id}\n`).join('');
	const hunks = parseHunks(await readGit(shadow.git, hunkArguments(result.paths), { input, signal }));
	const oldestFirst = [...later].reverse();
	const found = result.paths.flatMap((path) =>
		findSameLines(
			hunks.get(sha)?.get(path) ?? [],
			oldestFirst.map((commit) => hunks.get(commit.sha)?.get(path) ?? []),
		),
	);
	return later.filter((commit) => found.includes(oldestFirst.indexOf(commit)));
}

const mostLater = 50;
