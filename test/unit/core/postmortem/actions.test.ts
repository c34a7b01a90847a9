import * as assert from 'node:assert/strict';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import type { ActionItem } from '../../../../src/core/postmortem/facts';
import { noFacts } from '../../../../src/core/postmortem/facts';

const item = (text: string, rest: Partial<ActionItem> = {}): ActionItem => ({
	text,
	owner: undefined,
	due: undefined,
	kind: undefined,
	done: false,
	events: [`event of ${text}`],
	...rest,
});
const actionItems = [
	item('Raise pool', { owner: 'Ann', due: '2026-12-01', kind: 'prevent' }),
	item('Alert', { kind: 'detect', done: true }),
];

function assertActions(body: string, expected: string, heading = '## Action Items'): void {
	const { text } = fillTemplate(`${heading}\n${body}`, { ...noFacts, actionItems });
	assert.equal(text, `${heading}\n${expected}`);
}

suite('core/postmortem/actions', () => {
	const bodies: readonly [string, string, string][] = [
		[
			'table: its own columns in its own order',
			'| Owner | Action | Due |\n|-|-|-|\n| | | |\n',
			'| Owner | Action | Due |\n|-|-|-|\n| Ann   | Raise pool | 2026-12-01 |\n|       | Alert  |     |\n',
		],
		[
			'table: choices in the words of the template, masks kept where nothing is known',
			'| Task | Type | Due | State |\n|-|-|-|-|\n| [What] | Prevent/Detect | YYYY-MM-DD | Open/Done |\n',
			'| Task | Type | Due | State |\n|-|-|-|-|\n| Raise pool | Prevent | 2026-12-01 | Open  |\n| Alert | Detect | YYYY-MM-DD | Done  |\n',
		],
		[
			'table: numbers in the style of the template',
			'| ID | Action | Owner |\n|-|-|-|\n| AI-01 | | |\n| AI-02 | | |\n| AI-03 | | |\n',
			'| ID | Action | Owner |\n|-|-|-|\n| AI-01 | Raise pool | Ann   |\n| AI-02 | Alert  |       |\n',
		],
		[
			'table: rows somebody wrote stay, and the numbers go on',
			'| # | Action | Owner |\n|-|-|-|\n| 1 | Old | Bo |\n',
			'| # | Action | Owner |\n|-|-|-|\n| 1 | Old | Bo |\n| 2 | Raise pool | Ann   |\n| 3 | Alert  |       |\n',
		],
		['list: empty bullet', '-\n', '- Raise pool (Ann, due 2026-12-01)\n- Alert (done)\n'],
		['list: tasks', '- [ ] [Task]\n', '- [ ] Raise pool (Ann, due 2026-12-01)\n- [x] Alert\n'],
		['list: numbers', '1. [Task]\n2. [Task]\n', '1. Raise pool (Ann, due 2026-12-01)\n2. Alert (done)\n'],
		['one prompt', '_What is to be done_\n', '- Raise pool (Ann, due 2026-12-01)\n- Alert (done)\n'],
		['empty section', '', '\n- Raise pool (Ann, due 2026-12-01)\n- Alert (done)\n'],
		[
			'words stay, the list goes below',
			'All of it.\n',
			'All of it.\n\n- Raise pool (Ann, due 2026-12-01)\n- Alert (done)\n',
		],
		['a written list goes on', '3. Old\n', '3. Old\n4. Raise pool (Ann, due 2026-12-01)\n5. Alert (done)\n'],
		['code is left alone', '```\nx\n```\n', '```\nx\n```\n'],
	];
	for (const [name, body, expected] of bodies) test(name, () => assertActions(body, expected));

	test('several places share by their names, and what gets nothing stays and is not called open', () => {
		const parts = ['Monitoring', 'Docs', 'Technical'].map((part) => `### ${part}\n- [Task]\n`).join('\n');
		const { text, open } = fillTemplate(`## Action Items\n${parts}`, { ...noFacts, actionItems });
		assert.match(text, /Monitoring\n- Alert .*\n\n### Docs\n- \[Task\]\n\n### Technical\n- Raise pool/);
		assert.deepEqual(
			open.map(({ key, label }) => [key, label]),
			[['other', 'Docs']],
		);
	});

	test('a filled place names its events, its bytes in the template and in the result', () => {
		const template = '## Action Items\n- [Task]\n';
		const { text, filled } = fillTemplate(template, { ...noFacts, actionItems });
		assert.deepEqual(filled[0]?.events, ['event of Raise pool', 'event of Alert']);
		const [place] = filled.flatMap(({ places }) => places);
		assert.ok(place);
		assert.equal(template.slice(place.source.start, place.source.end), '- [Task]');
		assert.match(text.slice(place.target.start, place.target.end), /^- Raise[^]*\(done\)$/);
	});

	const others: readonly [string, string][] = [
		['a sign-off', '## Sign-off\n\n| Role | Owner | Date |\n|-|-|-|\n| | | |\n'],
		['guidelines', '## Action item guidelines\n\n| Action | Owner |\n|-|-|\n| | |\n'],
		['lessons', '## Lessons learned\n\n- [Lesson]\n'],
	];
	for (const [name, template] of others) {
		test(`nothing is written into ${name}`, () =>
			assert.equal(fillTemplate(template, { ...noFacts, actionItems }).text, template));
	}
});
