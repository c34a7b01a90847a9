import * as assert from 'node:assert/strict';
import type { ChangedFile } from '../../../../src/core/deploys/model';
import { parseNameLog } from '../../../../src/core/deploys/nameLog';
import {
	describeRehearsal,
	isRehearsed,
	notRehearsed,
	rehearsalBadge,
	toRehearsal,
	type Tried,
	type UndoFacts,
} from '../../../../src/core/deploys/rehearsal';

const clean: Tried = { kind: 'clean', tree: 'a'.repeat(40) };
const toFile = (path: string): ChangedFile => ({
	path,
	status: 'added',
	before: undefined,
	after: 'b'.repeat(40),
});
const toCommit = (digit: string, title: string, ...paths: string[]) => ({
	sha: digit.repeat(40),
	parents: 1,
	title,
	files: paths.map(toFile),
});
const nothing: UndoFacts = { files: [], isMerge: false, later: [], sameLines: [], migrations: new Map() };

function assertNotes(facts: Partial<UndoFacts>, expected: readonly string[]): void {
	const { notes } = toRehearsal(clean, { ...nothing, ...facts });
	assert.deepEqual(
		notes.map(({ code, text }) => `${code}: ${text}`),
		expected,
	);
}

suite('core/deploys/rehearsal', () => {
	const words: readonly [tried: Tried, expected: string, badge: string][] = [
		[clean, 'Rolls back cleanly', 'rolls back cleanly'],
		[{ kind: 'empty' }, 'Nothing to undo: none of it is left', 'nothing to undo'],
		[{ kind: 'conflicts', paths: ['a'] }, 'Conflicts in a', 'conflicts in 1 file'],
		[
			{ kind: 'conflicts', paths: ['a', 'b\nc', 'd', 'e'] },
			'Conflicts in a, b c and 2 more',
			'conflicts in 4 files',
		],
		[{ kind: 'needs-parent', why: 'Say which.' }, 'Say which.', 'needs a parent chosen'],
		[{ kind: 'unavailable', why: 'Too old.' }, 'Too old.', ''],
	];
	for (const [tried, expected, badge] of words) {
		test(`${tried.kind}: ${expected}`, () => {
			const rehearsal = toRehearsal(tried, nothing);
			assert.deepEqual([describeRehearsal(rehearsal), rehearsalBadge(rehearsal)], [expected, badge]);
		});
	}

	test('later commits that change the same files are named, newest first', () => {
		const later = [
			toCommit('3', 'Three', 'x', 'a'),
			toCommit('2', 'Two', 'b'),
			toCommit('1', 'One\u001b', 'a'),
		];
		assertNotes({ files: [toFile('a')], later }, [
			'later-changes: The same files were changed again by 3333333333 “Three”, 1111111111 “One”',
		]);
	});
	test('the same lines say more than the same files, and are not said twice', () => {
		const later = [toCommit('3', 'Three', 'a'), toCommit('1', 'One', 'a')];
		assertNotes({ files: [toFile('a')], later, sameLines: later.slice(1) }, [
			'same-lines: The same lines were changed again by 1111111111 “One”',
			'later-changes: The same files were changed again by 3333333333 “Three”',
		]);
	});
	test('many later commits are counted', () => {
		const later = ['5', '4', '3', '2', '1'].map((digit) => toCommit(digit, digit, 'a'));
		const [note] = toRehearsal(clean, { ...nothing, files: [toFile('a')], later }).notes;
		assert.match(note?.text ?? '', / 3333333333 “3” and 2 more$/);
	});
	test('migrations, lock files and merges', () =>
		assertNotes(
			{
				files: [toFile('migrations/1.sql'), toFile('db/migrate/2.rb'), toFile('go.sum')],
				migrations: new Map([['migrations/1.sql', 'drop table a']]),
				isMerge: true,
			},
			[
				'migration-no-way-down: The database is not rolled back, and a migration has no way down: migrations/1.sql',
				'migration-drops-data: The database is not rolled back, and a migration throws data away: migrations/1.sql',
				'migration: The database keeps what it changed there: db/migrate/2.rb',
				'lock-files: Packages must be installed again: go.sum',
				'merge-again: Merging the same branch again will not bring it back: revert the revert instead',
			],
		));
	test('a rehearsal is told from none by what it says, because chunks have copies of the value', () => {
		assert.equal(isRehearsed({ ...notRehearsed }), false);
		assert.equal(isRehearsed(toRehearsal({ kind: 'unavailable', why: 'Too old.' }, nothing)), true);
	});
	test('what has nothing to undo has nothing to say', () =>
		assert.deepEqual(toRehearsal({ kind: 'empty' }, { ...nothing, isMerge: true }).notes, []));
});

suite('core/deploys/nameLog', () => {
	const [a, b, zero] = ['a'.repeat(40), 'b'.repeat(40), '0'.repeat(40)];
	const added = `:000000 100644 ${zero} ${b} A\0`;
	const rows: readonly [output: string, expected: readonly string[]][] = [
		[`${a}\0${b} ${b}\0Merge\0${added}x\0\n${added}y\nz\0`.replace('\n:', ':'), ['a 2 Merge x,y\nz']],
		[`${a}\0\0One\0${b}\0${a}\0Two\0${added}x\0`, ['a 0 One ', 'b 1 Two x']],
		[`${a}\0\0:100644\0${added}${b}\0`, [`a 0 :100644 ${b}`]],
		[`${a}\0\0cut`, []],
		['nonsense\0\0\0', []],
	];
	for (const [output, expected] of rows) {
		test(JSON.stringify(output), () =>
			assert.deepEqual(
				parseNameLog(output).map(
					({ sha, parents, title, files }) =>
						`${sha[0] ?? ''} ${parents} ${title} ${files.map(({ path }) => path).join()}`,
				),
				expected,
			),
		);
	}
});
