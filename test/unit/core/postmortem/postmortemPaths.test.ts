// Which files are postmortems: one rule for drafting, refreshing, action items and the check.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { postmortemFolder } from '../../../../src/core/postmortem/folder';
import { postmortemFileName } from '../../../../src/core/postmortem/name';
import { isPostmortem, postmortemPaths } from '../../../../src/core/postmortem/postmortemPaths';

suite('core/postmortem/postmortemPaths', () => {
	const table: readonly (readonly [path: string, folder: string | undefined, expected: boolean])[] = [
		['postmortems/2026-01-02-x.md', undefined, true],
		['postmortems/checkout-down.md', undefined, true],
		['docs/post-mortems/2026/x.markdown', undefined, true],
		['docs/incident-reports/a.md', undefined, true],
		['retros/x.md', undefined, true],
		['docs/2025-postmortem-db.md', undefined, true],
		['docs/RCA-2025-db.md', undefined, true],
		['incidents/2026-11-23-checkout.md', undefined, true],
		['incidents/INC-12.md', undefined, true],
		['postmortems/2026-01-02-login-process.md', undefined, true],
		['postmortems/2026-01-02-runbook-link-dead.md', undefined, true],
		['incidents/overview.md', undefined, false],
		['docs/orca.md', undefined, false],
		['docs/notes.md', undefined, false],
		['2026-01-02-release.md', undefined, false],
		['postmortems/README.md', undefined, false],
		['postmortems/how-to-write.md', undefined, false],
		['docs/postmortem-guide.md', undefined, false],
		['docs/postmortem-template.md', undefined, false],
		['docs/RUNBOOK.md', undefined, false],
		['templates/postmortem.md', undefined, false],
		['postmortems/templates/short.md', undefined, false],
		['postmortems/data.csv', undefined, false],
		['ops/reviews/checkout-down.md', 'ops/reviews', true],
		['ops/reviews/2026/checkout-down.md', './ops/reviews/', true],
		['ops\\reviews/x.md', 'ops', false],
		['ops/reviews/x.md', 'ops\\reviews', true],
		['ops/reviews-of-code/x.md', 'ops/reviews', false],
		['ops/reviews/README.md', 'ops/reviews', false],
		['ops/reviews/postmortem-template.md', 'ops/reviews', false],
		['ops/other/x.md', 'ops/reviews', false],
		['postmortems/x.md', 'ops/reviews', true],
		['2026-01-02-down.md', '.', true],
		['README.md', '.', false],
		['NOTES.md', '.', false],
		['docs/2026-01-02-down.md', '.', false],
	];
	for (const [path, folder, expected] of table) {
		const where = folder === undefined ? '' : `, with ${folder} set`;
		test(`${path}${where}: ${expected ? 'is one' : 'is none'}`, () =>
			assert.equal(isPostmortem(path, folder), expected));
	}

	test('what is drafted is one, wherever the team keeps them', () => {
		const part = fc.constantFrom(
			...['docs', 'incidents', 'postmortems', 'templates', 'template.md', '2026-01-02-x.md', 'RUNBOOK.md'],
		);
		const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
		const facts = fc.record({
			title: fc.constantFrom('Postmortem guide', 'Checkout down', 'Runbook', 'Index', ''),
			date: fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2099, 0) }),
		});
		fc.assert(
			fc.property(fc.array(path), facts, (paths, { title, date }) => {
				const folder = postmortemFolder(paths);
				const file = `${folder}/${postmortemFileName({ title, date, id: 'i1', writtenAt: date })}`;
				assert.ok(isPostmortem(file, undefined), file);
			}),
		);
	});

	test('of many, in their order', () => {
		const paths = [
			'a/postmortems/1.md',
			'a/notes.md',
			'a/postmortems/template.md',
			'b/incidents/2026-01-x.md',
		];
		assert.deepEqual(postmortemPaths(paths, undefined), ['a/postmortems/1.md', 'b/incidents/2026-01-x.md']);
	});
});
