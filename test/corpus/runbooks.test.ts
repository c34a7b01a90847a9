// Real runbooks, from the folder named by RUNBOOK_CORPUS: `npm run test:corpus`. Without it there is nothing to test.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { itemsToMint } from '../support/mintedItems';
import { toggleTask } from '../../src/core/runbook/toggle';
import { readCorpus, type CorpusFile } from '../support/corpus';
import { scoreMatching, type MatchScore } from '../support/matchScore';
import { mdastTasks, ourTasks, variantsOf } from '../support/mdastTasks';

const corpus = readCorpus();
const seed = process.env['SEED_RUNBOOK'] ?? '';
const seeds: readonly CorpusFile[] =
	seed === '' ? [] : [{ name: 'SEED_RUNBOOK', text: fs.readFileSync(seed, 'utf8'), set: undefined }];

/** Runs one check on each file, and names those it fails on. */
function everyFile(files: readonly CorpusFile[], holds: (file: CorpusFile) => boolean): void {
	assert.deepEqual(
		files.filter((file) => !holds(file)).map(({ name }) => name),
		[],
	);
}

suite('corpus', () => {
	suiteSetup(function () {
		if (corpus.length === 0) this.skip();
	});

	test('the same tasks as mdast with GFM, whatever the line endings and the byte order mark', () => {
		everyFile([...corpus, ...seeds], ({ text }) =>
			variantsOf(text).every(
				(variant) => JSON.stringify(ourTasks(variant)) === JSON.stringify(mdastTasks(variant)),
			),
		);
	}).timeout(0);

	test('every task toggled differs by one character, and toggled back by none', () => {
		everyFile([...corpus, ...seeds], ({ text }) => variantsOf(text).every(togglesExactly));
	}).timeout(0);

	test('after 3 random edits 99.5 % of all items are known, and at most 0.2 % taken for another', () => {
		const runbooks = corpus.map(({ text }) => itemsToMint(text)).filter((items) => items.length >= 20);
		const scores = runbooks.map((items) => scoreMatching(items, 3, 30));
		const sum = (part: keyof MatchScore): number =>
			scores.reduce((total, score, index) => total + score[part] * (runbooks[index]?.length ?? 0), 0) /
			runbooks.flat().length;
		const total = { right: sum('right'), copy: sum('copy'), wrong: sum('wrong'), lost: sum('lost') };
		console.log(total);
		assert.ok(total.right + total.copy >= 99.5 && total.wrong <= 0.2, JSON.stringify(total));
	}).timeout(0);

	test('the runbook of SEED_RUNBOOK: the same, and copies count as wrong', function () {
		const [runbook] = seeds;
		if (!runbook) this.skip();
		const score = scoreMatching(itemsToMint(runbook.text), 3, 400);
		console.log(score);
		assert.ok(score.right >= 99.5 && score.wrong + score.copy <= 0.2, JSON.stringify(score));
	}).timeout(0);
});

function togglesExactly(text: string): boolean {
	return ourTasks(text).every(({ line, checked }) => {
		const toggled = toggleTask(text, line, !checked);
		if (toggled?.length !== text.length) return false;
		const at = firstDifference(text, toggled);
		if (text.slice(at + 1) !== toggled.slice(at + 1)) return false;
		// A capital X comes back as a small one.
		return (
			toggleTask(toggled, line, checked) ===
			text.slice(0, at) + text.charAt(at).toLowerCase() + text.slice(at + 1)
		);
	});
}

function firstDifference(left: string, right: string): number {
	let index = 0;
	while (index < left.length && left[index] === right[index]) index++;
	return index;
}
