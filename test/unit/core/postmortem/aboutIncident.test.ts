import * as assert from 'node:assert/strict';
import { aboutIncident } from '../../../../src/core/postmortem/aboutIncident';

const ids = ['inc-20261123-0314-down', 'inc-20261123-0314-down-2', 'inc-20261124-0900-slow'];
const incidents = [
	{ id: ids[0] ?? '', fileName: '2026-11-23-down.md' },
	{ id: ids[1] ?? '', fileName: '2026-11-23-down.md' },
	{ id: ids[2] ?? '', fileName: '2026-11-24-slow.md' },
];

suite('core/postmortem/aboutIncident', () => {
	const table: readonly (readonly [what: string, text: string, name: string, index: number | undefined])[] = [
		['its id', `**Incident ID**: ${ids[0]}\n`, 'x.md', 0],
		['an id that begins like another', `**Incident ID**: ${ids[1]}\n`, 'x.md', 1],
		['a row of a table', `| Incident ID | ${ids[2]} |\n`, 'x.md', 2],
		['its id at the end of a sentence', `See ${ids[0]}.\n`, 'x.md', 0],
		['its id, and another told of later', `Incident ID: ${ids[0]}\n\nLike ${ids[2]}.\n`, 'x.md', 0],
		['its id, in a file named after another', `Incident ID: ${ids[0]}\n`, '2026-11-24-slow.md', 0],
		['no id, the name of its draft', '# Slow\n', '2026-11-24-slow.md', 2],
		['no id, the name of a second draft', '# Slow\n', '2026-11-24-slow-2.md', 2],
		['two ids, alike', `${ids[0]} and ${ids[2]}\n`, 'x.md', undefined],
		['a name that two drafts would have', '# Down\n', '2026-11-23-down.md', undefined],
		['an id nobody knows', 'Incident ID: inc-20200101-0000-old\n', 'x.md', undefined],
		['nothing', '', 'x.md', undefined],
	];
	for (const [what, text, name, index] of table) {
		test(what, () =>
			assert.equal(aboutIncident(text, name, incidents), index === undefined ? undefined : incidents[index]),
		);
	}
});
