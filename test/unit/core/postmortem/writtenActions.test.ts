import * as assert from 'node:assert/strict';
import {
	actionLine,
	actionsAsIssues,
	actionsCsv,
	sortActions,
} from '../../../../src/core/postmortem/actionReport';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import { noFacts } from '../../../../src/core/postmortem/facts';
import { writtenActions } from '../../../../src/core/postmortem/writtenActions';

const item = (text: string, rest: object = {}) => {
	return { text, owner: undefined, due: undefined, kind: undefined, done: false, events: [], ...rest };
};
const actionItems = [
	item('Raise pool | to 40', { owner: 'Ann Lee', due: '2026-12-01' }),
	item('Alert on *waits*', { owner: 'Bo', done: true }),
	item('Write (a lot) down', { due: '2026-11-20' }),
];

suite('core/postmortem/writtenActions', () => {
	const bodies = [
		'| # | Owner | Action | Due | Status |\n|-|-|-|-|-|\n| 1 | | | | |\n',
		'-\n',
		'- [ ] [Task]\n',
		'',
	];
	for (const body of bodies) {
		test(`what a fill wrote is read back: ${JSON.stringify(body)}`, () => {
			const { text } = fillTemplate(`## Action Items\n\n${body}`, { ...noFacts, actionItems });
			assert.deepEqual(
				writtenActions(text).map(({ text: words, owner, due, done }) => ({ text: words, owner, due, done })),
				actionItems.map(({ text: words, owner, due, done }) => ({ text: words, owner, due, done })),
			);
		});
	}

	const action = (text: string, rest: object = {}) => ({
		...{ text, owner: 'Ann', due: undefined, done: false, line: 3, file: 'p/a.md' },
		...{ ownerPlace: undefined, duePlace: undefined },
		...rest,
	});
	const sorted = sortActions(
		[
			action('no day'),
			action('done', { done: true, due: '2026-01-01' }),
			action('later', { due: '2026-12-24' }),
			action('=cmd|"x"', { due: '2026-11-23' }),
		],
		'2026-11-24',
	);

	test('overdue first, then by day, those without one, and what is done last', () => {
		assert.deepEqual(
			sorted.map(({ text, overdue }) => [text, overdue]),
			[
				['=cmd|"x"', true],
				['later', false],
				['no day', false],
				['done', false],
			],
		);
	});

	test('CSV with quotes, and no formula', () => {
		assert.equal(
			actionsCsv(sorted.slice(0, 1)),
			'Action,Owner,Due,Status,File,Line\r\n"\'=cmd|""x""",Ann,2026-11-23,overdue,p/a.md,3\r\n',
		);
	});

	test('as issues and as lines', () => {
		assert.match(
			actionsAsIssues(sorted),
			/^# =cmd\\\|"x"\n\n.*\n\n- Owner: Ann\n- Due: 2026-11-23\n- From: p\/a\.md, line 3\n\n---\n\n# later/,
		);
		assert.equal(
			actionLine({ ...action('x', { owner: undefined }), overdue: false }),
			'open  no day  no owner  x  (p/a.md:3)',
		);
	});
});
