import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isUserError } from '../../../src/core/userError';
import { checkFolder } from '../../../src/node/checkFolder';

suite('checkFolder', () => {
	let base = '';
	suiteSetup(() => {
		base = mkdtempSync(path.join(tmpdir(), 'folders-'));
		mkdirSync(path.join(base, 'repo/services/api'), { recursive: true });
		mkdirSync(path.join(base, 'repo-other'));
		writeFileSync(path.join(base, 'repo/file'), '');
		symlinkSync('services', path.join(base, 'repo/inside'));
		symlinkSync('../repo-other', path.join(base, 'repo/outside'));
		symlinkSync('repo', path.join(base, 'linked-repo'));
	});
	suiteTeardown(() => rmSync(base, { recursive: true, force: true }));

	const answer = (root: string, folder: string): Promise<string> =>
		checkFolder(path.join(base, root), folder).then(
			() => 'ok',
			(error: unknown) => (isUserError(error) ? error.message : String(error)),
		);
	const cases: readonly (readonly [root: string, folder: string, answer: RegExp])[] = [
		['repo', '', /^ok$/],
		['repo', 'services/api', /^ok$/],
		['repo', 'inside/api', /^ok$/],
		['linked-repo', 'services', /^ok$/],
		['repo', 'outside', /^The folder “outside” leads out of this repository/],
		['repo', 'file', /^There is no folder “file”/],
		['repo', 'nowhere', /^There is no folder “nowhere”/],
	];
	for (const [root, folder, expected] of cases)
		test(`${root}: “${folder}”`, async () => assert.match(await answer(root, folder), expected));
});
