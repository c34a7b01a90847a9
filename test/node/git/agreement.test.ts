import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { findGit } from '../../../src/node/git/program';
import type { Tried } from '../../../src/core/deploys/rehearsal';
import { tryUndos } from '../../../src/node/git/rehearse';
import { readRepository } from '../../../src/node/git/repository';
import { hashFolder } from '../../support/hashFolder';
import { madeHistory } from '../../support/madeHistory';
import { realRevert, type Reverted } from '../../support/realRevert';
import { isolated, openShop, setVariables } from './shop';

const who = {
	GIT_AUTHOR_NAME: 'Ada',
	GIT_AUTHOR_EMAIL: 'a@b',
	GIT_COMMITTER_NAME: 'Ada',
	GIT_COMMITTER_EMAIL: 'a@b',
};
const env = { ...isolated, ...who };

suite('node/git/rehearse agrees with git revert', () => {
	let restore: () => void;
	suiteSetup(() => (restore = setVariables(isolated)));
	suiteTeardown(() => restore());

	for (const format of ['sha1', 'sha256']) {
		test(`on every commit of a made ${format} repository, and changes nothing there`, async () => {
			const scratch = mkdtempSync(join(openShop().scratch, 'agreement-'));
			const git = (folder: string, ...args: readonly string[]) =>
				execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim();
			git(scratch, 'init', '-q', '-b', 'main', `--object-format=${format}`, 'made');
			const folder = join(scratch, 'made');
			const { input } = madeHistory({ commits: format === 'sha1' ? 70 : 30, seed: 3 });
			execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, env, input });
			git(folder, 'reset', '--hard', '-q');
			git(scratch, 'clone', '-q', 'made', 'clone');
			const commits = git(folder, 'log', '--first-parent', '--format=%H %P')
				.split('\n')
				.map((line) => line.split(' '));
			const undos = commits.map(([sha = '', , second]) => ({
				kind: 'commit' as const,
				sha,
				parent: second === undefined ? undefined : (1 as const),
			}));
			const repository = await readRepository({
				program: await findGit(process.env['PATH'] ?? ''),
				folder,
			});
			const before = hashFolder(folder);
			const tried = await tryUndos(repository, undos[0]?.sha ?? '', undos);
			assert.deepEqual(hashFolder(folder), before);

			const top = git(folder, 'rev-parse', 'HEAD^{tree}');
			const kinds = new Set<string>();
			for (const [index, [sha = '', ...parents]] of commits.entries()) {
				const real = realRevert(join(scratch, 'clone'), sha, parents.length, env);
				assert.deepEqual(toReverted(tried[index], top), real, sha);
				kinds.add(`${tried[index]?.kind ?? ''} ${parents.length > 1 ? 'merge' : 'commit'}`);
			}
			for (const kind of ['clean commit', 'conflicts commit']) assert.ok(kinds.has(kind), kind);
		}).timeout(60_000);
	}
});

function toReverted(tried: Tried | undefined, top: string): Reverted | string {
	if (tried?.kind === 'clean') return { kind: 'tree', tree: tried.tree };
	if (tried?.kind === 'empty') return { kind: 'tree', tree: top };
	if (tried?.kind === 'conflicts') return { kind: 'conflicts', paths: [...tried.paths].sort() };
	return tried?.kind ?? 'nothing';
}
