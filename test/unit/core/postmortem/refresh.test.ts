import * as assert from 'node:assert/strict';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import { factsOf } from '../../../../src/core/postmortem/factsOf';
import { postmortemFolder } from '../../../../src/core/postmortem/folder';
import { refreshPostmortem } from '../../../../src/core/postmortem/refresh';
import { declaredStory } from '../../../support/events';

const template = [
	'# Postmortem Template',
	'',
	'**Date:** YYYY-MM-DD · **Severity:** P1 / P2',
	'- Resolved:',
	'',
	'## Timeline',
	'',
	'| Time | Event |',
	'| - | - |',
	'| HH:MM | x |',
	'',
	'## Root cause',
	'',
	'[Why]',
	'',
].join('\n');

const at = Date.UTC(2026, 10, 23, 3);
const story = declaredStory({ title: 'Down', declaredAt: at });
const fillNow = () => fillTemplate(template, factsOf(story.state, { now: at, events: story.events }));
const draft = fillNow();
story.add('severityChanged', { severity: 'SEV-1' }, { at: at + 60_000 });
story.add('resolved', { summary: undefined }, { at: at + 120_000 });
const fresh = fillNow();

function assertRefreshed(current: string, expected: string, kept: readonly string[] = []): void {
	const result = refreshPostmortem({ template, current, earlier: [draft, fresh], fresh });
	assert.equal(result.text, expected);
	assert.deepEqual(
		result.kept.map(({ key }) => key),
		kept,
	);
}

suite('core/postmortem/refresh', () => {
	test('a draft nobody touched becomes the fresh one', () => assertRefreshed(draft.text, fresh.text));
	test('the fresh one stays', () => assertRefreshed(fresh.text, fresh.text));

	const answered = (text: string) =>
		text.replace('[Why]', 'A lock.\n\nHeld too long.').replace('# Post', '# Our post');
	test('what a person wrote elsewhere stays, and the rest is brought up to date', () =>
		assertRefreshed(answered(draft.text), answered(fresh.text)));

	test('a changed answer stays, and is told', () => {
		const mine = (text: string) => text.replace(/\*\*Severity:\*\*.*/, '**Severity:** P1, I say');
		assertRefreshed(mine(draft.text), mine(fresh.text), ['date', 'severity']);
	});

	test('a timeline somebody added a row to stays as it is', () => {
		const mine = draft.text.replace('\n\n## Root', '\n| 03:01 | I saw it |\n\n## Root');
		const expected = fresh.text.replace(/\| 03:00[^]*?\n\n/, /\| 03:00[^]*?\n\n/.exec(mine)?.[0] ?? '');
		const edited = mine.replace('Declared: Down', 'It began');
		assert.notEqual(expected, mine);
		assertRefreshed(edited, expected.replace('Declared: Down', 'It began'), ['timeline']);
	});

	test('a text that has nothing to do with it stays', () =>
		assertRefreshed('# Other\n', '# Other\n', ['title', 'date', 'severity', 'resolvedAt', 'timeline']));

	const folders: readonly [readonly string[], string][] = [
		[[], 'postmortems'],
		[['README.md', 'docs/a.md'], 'postmortems'],
		[['docs/postmortems/2026-01-02-x.md'], 'docs/postmortems'],
		[['docs/post-mortems/2025/2025-01-02-x.md', 'docs/post-mortems/template.md'], 'docs/post-mortems'],
		[['a/postmortems/x.md', 'b/postmortems/y.md', 'b/postmortems/z.md'], 'b/postmortems'],
		[['docs/incidents/RUNBOOK.md'], 'postmortems'],
		[['docs/incidents/2026-01-02-down.md'], 'docs/incidents'],
		[['templates/postmortem/postmortem-template.md'], 'postmortems'],
	];
	for (const [paths, expected] of folders) {
		test(`folder of ${paths.join(', ') || 'nothing'}`, () => assert.equal(postmortemFolder(paths), expected));
	}
});
