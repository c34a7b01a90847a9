import * as assert from 'node:assert/strict';
import { noFacts } from '../../../../src/core/postmortem/facts';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import { minute, sampleFacts, start } from './sample';

function assertTimeline(template: string, expected: string): void {
	assert.equal(fillTemplate(template, sampleFacts).text, expected);
	assert.equal(fillTemplate(template, noFacts).text, template);
}

suite('core/postmortem/timeline', () => {
	const head = '| Time (UTC) | Event |\n|---|---|\n';
	const rows = '| 03:23        | Declared |\n| 03:45        | Rolled back a \\| b |';
	const full = '| 2026-11-23 03:23 | Declared |\n| 2026-11-23 03:45 | Rolled back a \\| b |';
	const tables: readonly [name: string, template: string, expected: string][] = [
		[
			'masked rows',
			`${head}| HH:MM | Alert |\n| HH:MM | |\n`,
			`${head}${rows.replaceAll('        |', '      |')}\n`,
		],
		['empty rows', `${head}| | |\n| | |`, head + full],
		['no rows', head, `${head}${full}\n`],
		['no rows, end of file', head.trimEnd(), head + full],
		['a row somebody wrote stays', `${head}| 02:00 | Alert |\n`, `${head}| 02:00 | Alert |\n${full}\n`],
		[
			'a written row between',
			`${head}| | |\n| 02:00 | x |\n| | |\n\nEnd`,
			`${head}${full}\n| 02:00 | x |\n\nEnd`,
		],
		['an example', `${head}| 02:00 | e.g. alert fired |\n`, `${head}${full}\n`],
		[
			'by header word',
			'| Owner | Action | Source | Hora | Evento |\n|-|-|-|-|-|\n| | | | HH:MM | |',
			'| Owner | Action | Source | Hora | Evento |\n|-|-|-|-|-|\n| Ann Lee |        |        | 03:23 UTC | Declared |\n| Cy    |        |        | 03:45 UTC | Rolled back a \\| b |',
		],
		[
			'date and time apart',
			'|Date|Time|What|\n|-|-|-|\n||||',
			'|Date|Time|What|\n|-|-|-|\n| 2026-11-23 | 03:23 UTC | Declared |\n| 2026-11-23 | 03:45 UTC | Rolled back a \\| b |',
		],
		[
			'quoted',
			`> ${head.replace('\n', '\n> ')}`,
			`> ${head.replace('\n', '\n> ')}${full.replace(/^/gm, '> ')}\n`,
		],
		['a row without a time', `${head}| | Deploy began |\n`, `${head}| | Deploy began |\n${full}\n`],
		['of messages', `## Communications\n${head}| HH:MM | |`, `## Communications\n${head}| HH:MM | |`],
		['no event column', '| Time | Cost |\n|-|-|\n| HH:MM | |', '| Time | Cost |\n|-|-|\n| HH:MM | |'],
	];
	for (const [name, template, expected] of tables) {
		test(`table: ${name}`, () => assertTimeline(template, expected));
	}

	const lists: readonly [name: string, template: string, expected: string][] = [
		[
			'masked',
			'## Timeline\n- HH:MM: x\n- HH:MM: y\n',
			'## Timeline\n- 03:23 UTC: Declared\n- 03:45 UTC: Rolled back a \\| b\n',
		],
		[
			'bold, in UTC',
			'## Timeline (UTC)\n* **HH:MM** – [x]\n',
			'## Timeline (UTC)\n* **03:23** – Declared\n* **03:45** – Rolled back a \\| b\n',
		],
		[
			'with dates',
			'## Timeline\n- [YYYY-MM-DD HH:MM UTC] x\n',
			'## Timeline\n- 2026-11-23 03:23 Declared\n- 2026-11-23 03:45 Rolled back a \\| b\n',
		],
		[
			'continued lines go too',
			'## Timeline\n- HH:MM x\n  more\n\nEnd',
			'## Timeline\n- 03:23 UTC Declared\n- 03:45 UTC Rolled back a \\| b\n\nEnd',
		],
		[
			'empty bullet',
			'## Timeline\n-\n',
			'## Timeline\n- 2026-11-23 03:23 UTC: Declared\n- 2026-11-23 03:45 UTC: Rolled back a \\| b\n',
		],
		[
			'empty section',
			'## Timeline\n## Impact\n',
			'## Timeline\n\n- 2026-11-23 03:23 UTC: Declared\n- 2026-11-23 03:45 UTC: Rolled back a \\| b\n## Impact\n',
		],
		[
			'prose stays, and the rows go below it',
			'## Timeline\nTell it.\n',
			`## Timeline\nTell it.\n\n- 2026-11-23 03:23 UTC: Declared\n- 2026-11-23 03:45 UTC: Rolled back a \\| b\n`,
		],
		['another list stays', '## Notes\n- HH:MM x\n', '## Notes\n- HH:MM x\n'],
	];
	for (const [name, template, expected] of lists) {
		test(`list: ${name}`, () => assertTimeline(template, expected));
	}

	test('a row of the next day shows its date', () => {
		const timeline = [0, 1440].map((at) => ({ at: start + at * minute, by: 'Ann', text: 'x', events: [] }));
		const { text } = fillTemplate(`${head}| HH:MM | |`, { ...sampleFacts, timeline });
		assert.match(text, /\| 03:14 +\| x .*\n\| 2026-11-24 03:14 \| x/);
	});

	test('only the first timeline is filled, the second is open', () => {
		const { filled, open } = fillTemplate(`## Timeline\n\n${head}\n## Timeline\n`, sampleFacts);
		assert.deepEqual(
			filled.map(({ key, line }) => [key, line]),
			[['timeline', 3]],
		);
		assert.deepEqual(open, [{ key: 'timeline', label: 'Timeline', line: 6 }]);
	});

	test('a slot inside a replaced item stays open', () => {
		const { text, open } = fillTemplate('## Timeline\n- HH:MM x\n  Date: YYYY-MM-DD\n', sampleFacts);
		assert.equal(text, '## Timeline\n- 03:23 UTC Declared\n- 03:45 UTC Rolled back a \\| b\n');
		assert.deepEqual(open, [{ key: 'date', label: 'Date', line: 3 }]);
	});
});
