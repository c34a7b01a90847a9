import * as assert from 'node:assert/strict';
import { openDeployHistory } from '../../../src/node/git/git';
import { isolated, openShop, setVariables } from './shop';

suite('node/git/trace', () => {
	const shop = openShop();
	let restore: () => void;
	suiteSetup(() => (restore = setVariables(isolated)));
	suiteTeardown(() => restore());

	const afterAll = Date.parse('2026-11-23T10:30:00+01:00');
	const trace = [
		'Error: no total',
		'    at first (/srv/app/app.ts:1:1)',
		'    at second (/srv/app/app.ts:2:9)',
		'    at beyond (/srv/app/app.ts:99:9)',
		'    at foreign (/srv/node_modules/x/index.js:1:1)',
		'    at other (/srv/e%F0%9F%9A%92 ü.ts:1:1)',
	].join('\n');

	async function readLines(onset: number): Promise<readonly string[]> {
		const history = await openDeployHistory(shop.folder);
		const { frames } = await history.readTrace(trace, onset);
		const marks = new Map([10, 11, 12, 13, 17].map((mark) => [shop.id(mark), mark]));
		return frames.map(
			({ frame, paths, writtenBy }) =>
				`${frame.line ?? ''} ${paths.join()} ${writtenBy === undefined ? '' : (marks.get(writtenBy) ?? '?')}`,
		);
	}

	test('lines are of the commit of the deploy branch that brought them, a merge too', async () =>
		assert.deepEqual(await readLines(afterAll), [
			'1 app.ts 10',
			'2 app.ts 13',
			'99 app.ts ',
			'1  ',
			'1 e🚒 ü.ts 11',
		]));

	test('the files are those of the deploy that ran', async () => {
		const [first, second] = await readLines(Date.parse('2026-11-23T10:02:00+01:00'));
		assert.deepEqual([first, second], ['1 app.ts 10', '2 app.ts ']);
	});

	test('the deploys that wrote lines lead the suspects', async () => {
		const history = await openDeployHistory(shop.folder);
		const reading = await history.readTrace(trace, afterAll);
		const deploys = await history.deploys({ limit: 9, onset: afterAll, trace: reading });
		const merge = deploys.find(({ sha }) => sha === shop.id(13));
		assert.deepEqual(
			merge?.reasons.map(({ text }) => text),
			[
				'Wrote app.ts:2 of the stack trace',
				'Landed 27 minutes before the impact began',
				'Changes app.ts, which is in the stack trace',
			],
		);
		assert.equal([...deploys].sort((left, right) => right.score - left.score)[0]?.sha, shop.id(13));
	});

	test('only the newest are read in detail when that is asked for', async () => {
		const history = await openDeployHistory(shop.folder);
		const counts = async (detailed: number) =>
			(await history.deploys({ limit: 3, onset: afterAll, detailed })).map(({ files }) => files.length);
		assert.deepEqual(await counts(0), [0, 0, 0]);
		assert.deepEqual(await counts(2), [2, 2, 0]);
	});
});
