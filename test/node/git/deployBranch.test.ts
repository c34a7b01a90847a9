import * as assert from 'node:assert/strict';
import { findDeployBranch } from '../../../src/node/git/deployBranch';
import { findGit } from '../../../src/node/git/program';
import { openShop, writeRepository } from './shop';

const id = 'id';

/** Refs with an id of the history, or with `ref: …`; `HEAD` is `ref: refs/heads/main` unless it says otherwise. */
const rows: readonly [name: string, refs: Readonly<Record<string, string>>, expected: string][] = [
	[
		'what the remote calls its main branch',
		{
			'refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/live',
			'refs/remotes/origin/live': id,
			'refs/heads/main': id,
		},
		'refs/remotes/origin/HEAD',
	],
	[
		'not a remote HEAD that leads nowhere',
		{ 'refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/gone', 'refs/heads/main': id },
		'refs/heads/main',
	],
	['main before master', { 'refs/heads/master': id, 'refs/heads/main': id }, 'refs/heads/main'],
	[
		'master while a topic is checked out',
		{ 'refs/heads/master': id, 'refs/heads/topic': id, HEAD: 'ref: refs/heads/topic' },
		'refs/heads/master',
	],
	[
		'a local name before a remote one',
		{ 'refs/heads/production': id, 'refs/remotes/origin/main': id },
		'refs/heads/production',
	],
	[
		'a remote name, in a clone where only a topic is local',
		{ 'refs/remotes/origin/master': id, 'refs/heads/topic': id, HEAD: 'ref: refs/heads/topic' },
		'refs/remotes/origin/master',
	],
	['not the folder of release branches', { 'refs/heads/release/1.0': id, HEAD: id }, 'HEAD'],
	['HEAD, when no name is known', { 'refs/heads/trunk': id, HEAD: 'ref: refs/heads/trunk' }, 'HEAD'],
];

suite('node/git/deployBranch', () => {
	const shop = openShop();
	for (const [index, [name, refs, expected]] of rows.entries()) {
		test(`takes ${name}`, async () => {
			const values = Object.entries(refs).map(
				([ref, value]) => [ref, value === id ? shop.id(10) : value] as const,
			);
			const folder = writeRepository(shop, `branch-${index}`, Object.fromEntries<string>(values));
			const program = await findGit(process.env['PATH'] ?? '');
			assert.equal(await findDeployBranch({ program, folder }), expected);
		});
	}
});
