import { stat } from 'node:fs/promises';
import { toDeploys } from '../../core/deploys/assemble';
import { betweenArguments, changesArguments, parseChanges } from '../../core/deploys/changes';
import { detailArguments, listArguments, parseLog, type LogEntry } from '../../core/deploys/log';
import type { Deploy, DeployHistory, DeployQuery } from '../../core/deploys/model';
import { isObjectId } from '../../core/deploys/objectId';
import { firstDepth, isEnough, logDepth, selectDeploys, type Candidate } from '../../core/deploys/select';
import { isUserError, UserError } from '../../core/userError';
import { readBlobText } from './blobs';
import { findCarrier } from './carrier';
import { readConflicts } from './conflicted';
import { findDeployBranch } from './deployBranch';
import { findGit } from './program';
import { planPushes } from './push';
import { rehearseDeploys } from './rehearseDeploys';
import type { GitVersion } from './rehearse';
import { resolveCommit } from './resolve';
import { makeRevertBranch } from './revertBranch';
import { readList } from './readList';
import { readGit, type GitProgram } from './run';
import { readTrace } from './trace';

export { readRemoteAddress } from './remoteAddress';

/**
 * The deploys of the git repository that `folder` is in. Nothing is written and nothing the repository names is run.
 * Rejects with a `UserError` when there is no git, no repository, no commit, or git is too old or refuses.
 */
export async function openDeployHistory(folder: string): Promise<DeployHistory> {
	await checkFolder(folder);
	const git = { program: await findGit(process.env['PATH'] ?? ''), folder };
	const version = await checkVersion(git);
	const branch = await findDeployBranch(git);
	return {
		deploys: (query) => readDeploys(git, branch, query),
		readTrace: (text, onset, signal) => readTrace({ git, branch }, { text, onset }, signal),
		rehearse: (shas, signal) => rehearseDeploys({ git, version, branch }, shas.map(checkId), signal),
		makeRevertBranch: (plan, signal) => makeRevertBranch({ git, version, branch }, plan, signal),
		resolve: (name) => resolveCommit(git, name),
		pushes: (made) => planPushes(git, made),
		carrierOf: async (commit) => findCarrier({ git, branch }, checkId(commit)),
		conflicts: (undo) => readConflicts({ git, version, branch }, undo),
		changes: async (sha) => parseChanges(await readGit(git, changesArguments(checkId(sha)))),
		changesBetween: async (before, after) => {
			const tip = after === undefined ? branch : checkId(after);
			return parseChanges(await readGit(git, betweenArguments(checkId(before), tip)));
		},
		blobText: async (oid) => readBlobText(git, checkId(oid)),
	};
}

/**
 * The list is cheap and goes far back, the line counts are dear and only read for what is shown. Mostly two processes,
 * one without counts; one more where fewer than `limit` of the newest commits are deploys.
 */
async function readDeploys(git: GitProgram, branch: string, query: DeployQuery): Promise<readonly Deploy[]> {
	const { limit, signal, detailed = limit } = query;
	const log = await readLog(git, branch, query);
	const candidates = selectDeploys(log, limit, query);
	const details = await readDetails(git, candidates.slice(0, detailed), signal);
	return toDeploys({ log, candidates, details }, query);
}

async function readLog(git: GitProgram, branch: string, query: DeployQuery): Promise<readonly LogEntry[]> {
	const { limit, signal } = query;
	const read = async (depth: number): Promise<readonly LogEntry[]> =>
		parseLog(await readList(git, listArguments(branch, depth), signal));
	const first = await read(firstDepth(limit));
	const isWhole = first.length < firstDepth(limit) || isEnough(first, limit, query);
	return isWhole ? first : read(logDepth(limit));
}

async function readDetails(
	git: GitProgram,
	candidates: readonly Candidate[],
	signal: AbortSignal | undefined,
): Promise<readonly LogEntry[]> {
	const ids = candidates.filter(({ entry }) => !entry.cut).map(({ entry }) => `${entry.sha}\n`);
	if (ids.length === 0) return []; // git would take HEAD instead
	const options = { signal, input: ids.join('') };
	try {
		return parseLog(await readGit(git, detailArguments('counts'), options));
	} catch (error) {
		if (!isUserError(error)) throw error;
		// contents are missing here, as in a partial clone; the names can still be told
		return parseLog(await readGit(git, detailArguments('names'), options));
	}
}

async function checkFolder(folder: string): Promise<void> {
	const isFolder = await stat(folder).then(
		(found) => found.isDirectory(),
		() => false,
	);
	if (!isFolder) throw new UserError(`There is no folder ${folder}, so there are no deploys to list.`);
}

async function checkVersion(git: GitProgram): Promise<GitVersion> {
	const version = (await readGit(git, ['version'])).trim();
	const [, major = NaN, minor = NaN] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
	if (major < 2 || (major === 2 && minor < 31)) {
		throw new UserError(`Deploys need git 2.31 or newer, and ${git.program} is "${version}". Update git.`);
	}
	return { major, minor };
}

function checkId(id: string): string {
	if (isObjectId(id)) return id;
	throw new UserError(`"${id}" is not a full object id: 40 (or 64) of the digits 0-9 and a-f are needed.`);
}
