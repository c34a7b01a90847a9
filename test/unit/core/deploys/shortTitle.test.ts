import assert from 'node:assert/strict';
import { shortTitle } from '../../../../src/core/deploys/shortTitle';

suite('shortTitle', () => {
	const cases: readonly (readonly [string, string])[] = [
		['Merge pull request #148 from lockbay/right-size-pool', '#148 right-size-pool'],
		['Merge pull request #1 from a/b/c', '#1 b/c'],
		["Merge branch 'fix-x' into 'main'", 'fix-x'],
		["Merge remote-tracking branch 'origin/fix'", 'origin/fix'],
		['Merged in fix-y (pull request #12)', '#12 fix-y'],
		['Fix the pool', 'Fix the pool'],
		['', ''],
	];
	for (const [title, expected] of cases) test(title, () => assert.equal(shortTitle(title), expected));
});
