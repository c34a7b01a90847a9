import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDeployHistory } from '../../../src/node/git/git';
import { isolated, openShop, setVariables, withVariables, writeRepository, type Shop } from './shop';

const attributes = '* diff=evil filter=evil merge=evil\n';
const who = {
	GIT_AUTHOR_NAME: 'Eve',
	GIT_AUTHOR_EMAIL: 'eve@example.com',
	GIT_COMMITTER_NAME: 'Eve',
	GIT_COMMITTER_EMAIL: 'eve@example.com',
};

/** A repository whose every program writes its name into a file: nothing we do may run one of them. */
suite('node/git in a hostile repository', () => {
	const shop = openShop();
	const canary = join(shop.scratch, 'canary');
	const folder = writeHostile(shop, canary);
	let restore: () => void;
	suiteSetup(() => (restore = setVariables({ ...isolated, ...who })));
	suiteTeardown(() => restore());
	setup(() => rmSync(canary, { force: true }));

	test('runs no program of the repository', async () => {
		const history = await openDeployHistory(join(folder, 'sub'));
		const deploys = await history.deploys({ limit: 50, onset: 0 });
		const [newest, oldest] = [deploys[0], deploys.at(-1)];
		assert.equal(newest?.title, 'Signed');
		assert.deepEqual([oldest?.tags, oldest?.files], [['v1'], ['app.ts', 'link', 'old.ts']]);
		const changed = (await history.changes(newest.sha)).find(({ path }) => path === 'app.ts');
		assert.equal(await history.blobText(changed?.after ?? ''), 'one\n');
		await history.changes(shop.id(13));
		await assert.rejects(history.blobText('b'.repeat(40)), { name: 'UserError' }); // missing, so fetched by a bare git
		assert.deepEqual(readCanary(canary), []);
	});

	test('runs no program of the repository when it rehearses, reads a trace and makes a branch', async () => {
		const history = await openDeployHistory(join(folder, 'sub'));
		const [newest] = await history.deploys({ limit: 1, onset: 0 });
		const results = new Map<string, string>();
		const shas = [newest?.sha ?? '', ...[10, 11, 12, 13, 14, 15, 16, 17].map((mark) => shop.id(mark))];
		for await (const part of history.rehearse(shas)) {
			for (const [sha, { result }] of part) results.set(sha, result);
		}
		assert.equal(results.get(shop.id(17)), 'conflicts', 'no merge of contents was needed');
		assert.equal(results.get(newest?.sha ?? ''), 'clean');
		const { frames } = await history.readTrace('at x (/srv/app.ts:1:1)', Date.now());
		assert.equal(frames[0]?.writtenBy, shop.id(10));
		const cause = { id: 'inc-1', title: 'Hostile' };
		const undo = { kind: 'commit' as const, sha: newest?.sha ?? '', parent: 1 as const };
		const { name } = await history.makeRevertBranch({ undo, cause });
		assert.match(name, /^revert\/inc-1-/);
		assert.deepEqual(readCanary(canary), []);
	});

	test('nor one that the person’s own configuration has for such files', async () => {
		const own = join(shop.scratch, 'own-config');
		writeFileSync(own, readFileSync(join(folder, '.git/config'), 'utf8'));
		await withVariables({ GIT_CONFIG_GLOBAL: own }, async () => {
			const history = await openDeployHistory(folder);
			for await (const part of history.rehearse([shop.id(17)])) assert.equal(part.size, 1);
			assert.deepEqual(readCanary(canary), []);
		});
	});

	// Without these the test above would pass because the traps do not work.
	const unfiltered = ['-c', 'filter.evil.process=', '-c', 'filter.evil.smudge='];
	const patch = ['log', '-1', '-p', '--diff-merges=first-parent', '--no-show-signature', '-O/dev/null'];
	const file = ['--', 'app.ts'];
	const controls: readonly [trap: string, args: readonly string[]][] = [
		['gpg', ['log', '-1']],
		['external', [...unfiltered, ...patch, '--ext-diff', ...file]],
		['textconv', [...unfiltered, ...patch, ...file]],
		['process', [...patch, ...file]],
		['fsmonitor', ['status']],
		['merge', ['merge-tree', '--write-tree', 'refs/heads/main', shop.id(18)]],
		['hook', ['update-ref', 'refs/heads/other', 'HEAD']],
		['lazy fetch', ['-c', 'protocol.ext.allow=always', 'cat-file', '-e', 'b'.repeat(40)]],
	];
	for (const [trap, args] of controls) {
		test(`a bare git falls into the trap: ${trap}`, () => {
			try {
				execFileSync('git', args, { cwd: folder, env: isolated, stdio: 'ignore' });
			} catch {
				// some traps make git fail as well
			}
			assert.ok(readCanary(canary).includes(trap), readCanary(canary).join());
		});
	}
});

function readCanary(canary: string): readonly string[] {
	return existsSync(canary) ? readFileSync(canary, 'utf8').trim().split('\n') : [];
}

function writeHostile(shop: Shop, canary: string): string {
	const programs = join(shop.scratch, 'programs');
	mkdirSync(programs);
	const trap = (name: string) => {
		const path = join(programs, name.replace(' ', '-'));
		writeFileSync(path, `#!/bin/sh\necho '${name}' >>'${canary}'\n`);
		chmodSync(path, 0o755);
		return path;
	};
	for (const hook of ['reference-transaction', 'post-index-change', 'pre-auto-gc']) {
		const hooks = join(programs, 'hooks');
		mkdirSync(hooks, { recursive: true });
		writeFileSync(join(hooks, hook), `#!/bin/sh\necho hook >>'${canary}'\n`, { mode: 0o755 });
	}
	const folder = writeRepository(shop, 'hostile', {
		'refs/heads/main': shop.id(17),
		'refs/tags/v1': shop.id(10),
	});
	mkdirSync(join(folder, 'sub'));
	writeFileSync(join(folder, '.gitattributes'), attributes);
	writeFileSync(join(folder, '.git/config'), toConfig(trap, join(programs, 'hooks')));
	writeFileSync(join(folder, '.git/refs/heads/main'), `${writeSigned(shop, folder)}\n`);
	return folder;
}

function toConfig(trap: (name: string) => string, hooks: string): string {
	return `
[core]
	repositoryformatversion = 1
	bare = false
	fsmonitor = ${trap('fsmonitor')}
	hooksPath = ${hooks}
	pager = ${trap('pager')}
	editor = ${trap('editor')}
	askPass = ${trap('askpass')}
	sshCommand = ${trap('ssh')}
	gitProxy = ${trap('proxy')}
	alternateRefsCommand = ${trap('alternate')}
[pager]
	log = ${trap('pager')}
	diff-tree = ${trap('pager')}
[alias]
	log = !${trap('alias')}
	version = !${trap('alias')}
[diff]
	external = ${trap('external')}
	orderFile = /nowhere
	relative = true
[diff "evil"]
	textconv = ${trap('textconv')}
[merge]
	default = evil
[merge "evil"]
	driver = ${trap('merge')} %O %A %B
	recursive = evil
[blame]
	ignoreRevsFile = /nowhere
[commit]
	gpgSign = true
[filter "evil"]
	clean = ${trap('clean')}
	smudge = ${trap('smudge')}
	process = ${trap('process')}
[gpg]
	program = ${trap('gpg')}
[log]
	showSignature = true
	showRoot = false
	excludeDecoration = *
	diffMerges = off
[color]
	ui = always
[i18n]
	logOutputEncoding = UTF-16
[credential]
	helper = ${trap('credential')}
[extensions]
	partialClone = origin
[remote "origin"]
	promisor = true
	url = ext::${trap('lazy fetch')}
	uploadpack = ${trap('uploadpack')}
[protocol "ext"]
	allow = always
`;
}

/** A commit with a signature for `gpg.program` to check. */
function writeSigned(shop: Shop, folder: string): string {
	const who = 'Eve <eve@example.com> 1795428000 +0100';
	const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----';
	const run = (args: readonly string[], input: string) =>
		execFileSync('git', args, { cwd: folder, env: isolated, input, encoding: 'utf8' }).trim();
	const names = run(['hash-object', '-w', '--no-filters', '--stdin'], attributes);
	const tree = run(['mktree'], `100644 blob ${names}\t.gitattributes\n100644 blob ${shop.id(1)}\tapp.ts\n`);
	const parents = `parent ${shop.id(17)}\nparent ${shop.id(12)}`;
	const commit = `tree ${tree}\n${parents}\nauthor ${who}\ncommitter ${who}\n${signature}\n\nSigned\n`;
	return run(['hash-object', '-t', 'commit', '-w', '--stdin'], commit);
}
