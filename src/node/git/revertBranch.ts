import { parseLog, plainArguments, type LogEntry } from '../../core/deploys/log';
import type { RevertBranch, RevertPlan } from '../../core/deploys/model';
import { isObjectId } from '../../core/deploys/objectId';
import type { Tried } from '../../core/deploys/rehearsal';
import { revertBranchName, revertMessage } from '../../core/deploys/revertMessage';
import { undoneIds } from '../../core/deploys/undo';
import { UserError } from '../../core/userError';
import { readRepository } from './repository';
import { canRehearse, tryInShadow, type GitVersion } from './rehearse';
import { readGit, readGitBytes, type GitProgram } from './run';
import { withShadow, type Shadow } from './shadow';

/** Where a revert branch is made. */
export interface RevertSource {
	readonly git: GitProgram;
	readonly version: GitVersion;
	/** Full name of the ref that deploys are made from. */
	readonly branch: string;
}

/**
 * See `DeployHistory.makeRevertBranch`. The merge is made beside the repository; what is new in its tree comes over as
 * a pack, which git checks while it unpacks; then the commit and, last, the ref, which must not exist.
 */
export async function makeRevertBranch(
	{ git, version, branch }: RevertSource,
	plan: RevertPlan,
	signal?: AbortSignal,
): Promise<RevertBranch> {
	if (!canRehearse(version)) {
		throw new UserError(
			`A revert branch needs git 2.38 or newer, and this is ${version.major}.${version.minor}. Update git.`,
		);
	}
	const ids = undoneIds(plan.undo);
	const wrong = ids.find((id) => !isObjectId(id));
	if (wrong !== undefined) throw new UserError(`“${wrong}” is not a full commit id.`);
	const name = revertBranchName(plan.cause, plan.undo);
	await checkFree(git, name, signal);
	const [tip] = parseLog(await readGit(git, plainArguments, { input: `${branch}\n`, signal }));
	const onto = tip?.sha ?? '';
	return withShadow(await readRepository(git, signal), async (shadow) => {
		const [tried] = await tryInShadow(shadow, onto, [plan.undo], signal);
		const tree = treeOf(tried);
		const commit = await writeRevert({ git, shadow }, { plan, tree, onto }, signal);
		await createRef(git, { name, commit, incident: plan.cause.id });
		return { name, commit, onto, tree };
	});
}

async function checkFree(git: GitProgram, name: string, signal: AbortSignal | undefined): Promise<void> {
	const args = ['for-each-ref', '--format=%(objectname)', '--end-of-options', `refs/heads/${name}`];
	const found = (await readGit(git, args, { signal })).trim();
	if (found === '') return;
	throw new UserError(
		`The branch ${name} exists already, at ${found.slice(0, 10)}. Look at it, or delete it and try again.`,
	);
}

function treeOf(tried: Tried | undefined): string {
	switch (tried?.kind) {
		case 'clean':
			return tried.tree;
		case 'conflicts':
			throw new UserError(
				`It cannot be taken back by itself, because later changes conflict in ${tried.paths.join(', ')}. ` +
					'Take those back as well, or revert by hand.',
			);
		case 'needs-parent':
		case 'unavailable':
			throw new UserError(tried.why);
		case 'empty':
		case undefined:
			throw new UserError('There is nothing to take back: none of it is left on the deploy branch.');
	}
}

interface Revert {
	readonly plan: RevertPlan;
	/** Full object ids. */
	readonly tree: string;
	readonly onto: string;
}

/** Gives the id of the commit, which no ref names yet. */
async function writeRevert(
	{ git, shadow }: { readonly git: GitProgram; readonly shadow: Shadow },
	{ plan, tree, onto }: Revert,
	signal: AbortSignal | undefined,
): Promise<string> {
	const wanted = `${tree}\n^${onto}^{tree}\n`;
	const pack = await readGitBytes(shadow.git, ['pack-objects', '--revs', '--stdout', '-q'], {
		input: wanted,
		signal,
	});
	await readGit(git, ['unpack-objects', '-q'], { input: pack, task });
	const message = revertMessage(plan.cause, plan.undo, await readEntries(git, undoneIds(plan.undo), signal));
	const settings = ['-c', 'i18n.commitEncoding=UTF-8', '-c', 'user.useConfigOnly=true'];
	const args = [...settings, 'commit-tree', '-p', onto, '-F', '-', tree];
	return (await readGit(git, args, { input: message, task })).trim();
}

const task = 'make a revert branch in';

async function readEntries(
	git: GitProgram,
	ids: readonly string[],
	signal: AbortSignal | undefined,
): Promise<readonly LogEntry[]> {
	return parseLog(await readGit(git, plainArguments, { input: ids.map((id) => `${id}\n`).join(''), signal }));
}

interface NewRef {
	/** Without `refs/heads/`, made of letters, digits, `-` and one `/`. */
	readonly name: string;
	readonly commit: string;
	readonly incident: string;
}

/** `create` fails when the ref exists, whoever made it since we looked. */
async function createRef(git: GitProgram, { name, commit, incident }: NewRef): Promise<void> {
	const args = ['update-ref', '-m', `revert for ${incident}`, '--stdin'];
	await readGit(git, args, { input: `create refs/heads/${name} ${commit}\n`, task });
}
