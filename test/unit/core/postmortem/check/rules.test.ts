import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { checkFixes } from '../../../../../src/core/postmortem/check/fixes';
import type { CheckCode } from '../../../../../src/core/postmortem/check/finding';
import { checkPostmortem } from '../../../../../src/core/postmortem/check/rules';
import { checkText } from '../../../../../src/core/postmortem/check/words';

const now = Date.UTC(2026, 10, 24);

/** `subjects` are what the findings of this rule are about, in order; other rules may find what they like. */
function assertFound(code: CheckCode, text: string, subjects: readonly string[]): void {
	const found = checkPostmortem(text).filter((finding) => finding.code === code);
	assert.deepEqual(
		found.map(({ subject }) => subject),
		subjects,
	);
	for (const finding of found) {
		const line = text.split('\n')[finding.line - 1] ?? '';
		assert.ok(
			finding.column >= 1 && finding.endColumn <= line.length + 1 && finding.column < finding.endColumn,
		);
		assert.match(checkText(finding), /^[“\p{Lu}\d].*[.?]$/u);
	}
}

const people = '**Incident Commander**: Ann Lee\n\n## Root cause\n\n';

const table: readonly [CheckCode, string, readonly string[]][] = [
	['open-place', '**Severity**: [SEV-1/SEV-2]\n', ['Severity']],
	['open-place', '## Root Cause\n\n[Why]\n', ['Root Cause']],
	['open-place', '## Timeline\n\n| Time | Event |\n|-|-|\n| HH:MM | x |\n', ['Timeline']],
	['open-place', '## Action Items\n\n- [Task]\n', ['Action Items']],
	['open-place', '## Lessons\n\n-\n- ...\n', ['Lessons']],
	['open-place', '**Severity**: SEV-1\n\n## Root Cause\n\nA lock.\n\n## Notes\n', []],
	['open-place', '## Links\n\n[the log](x.md)\n\n- [ ] read it\n', []],

	['action-without-owner', '## Action Items\n\n- Raise pool\n- [x] Alert\n', ['Raise pool']],
	[
		'action-without-owner',
		'## Actions\n\n| Action | Owner |\n|-|-|\n| Raise | |\n| Alert | TBD |\n',
		['Raise', 'Alert'],
	],
	[
		'action-without-owner',
		'## Action Items\n\n- Raise (Ann, due 2026-12-01)\n- Alert, owner: Bo\n- @cy writes\n',
		[],
	],
	[
		'action-without-owner',
		'## Actions\n\n| Action | Owner | Status |\n|-|-|-|\n| Old | | Done |\n| [What] | | |\n',
		[],
	],
	['action-without-owner', '## What went well\n\n- The alert\n', []],

	[
		'action-without-due',
		'## Actions\n\n| Action | Owner | Due |\n|-|-|-|\n| Raise | Ann | YYYY-MM-DD |\n| B | Bo | soon |\n',
		['Raise', 'B'],
	],
	[
		'action-without-due',
		'## Actions\n\n| Action | Owner | Due |\n|-|-|-|\n| Raise | Ann | 2026-12-01 |\n',
		[],
	],

	[
		'times-out-of-order',
		'**Start**: 2026-11-23 03:14\n**Detected**: 2026-11-23 03:10\n',
		['2026-11-23 03:10'],
	],
	[
		'times-out-of-order',
		'| Start | 2026-11-23 03:14 UTC |\n|-|-|\n| Resolved | 2026-11-22 23:00 UTC |\n',
		['2026-11-22 23:00 UTC'],
	],
	[
		'times-out-of-order',
		'## Timeline\n\n| Time | Event |\n|-|-|\n| 03:40 | a |\n| 03:10 | b |\n| 03:50 | c |\n',
		['03:10'],
	],
	['times-out-of-order', '## Timeline\n\n- 03:40: a\n- 03:10: b\n', ['03:10']],
	['times-out-of-order', '**Detected**: 12:50 UTC\n**Resolved**: 11:13 UTC\n', ['11:13 UTC']],
	['times-out-of-order', '## Timeline\n\n- 23:50: a\n- 00:10: b\n- 2026-11-23 02:00 c\n', []],
	[
		'times-out-of-order',
		'**Start**: 2026-11-23 03:14\n**Detected**: 2026-11-23 03:14\n**Resolved**: [HH:MM]\n',
		[],
	],
	['times-out-of-order', '## Costs\n\n| Time | Price |\n|-|-|\n| 03:40 | 2 |\n| 03:10 | 1 |\n', []],

	['blame', `${people}It was human error.\n`, ['human error']],
	['blame', `${people}Ann Lee forgot the flag.\n`, ['Ann Lee forgot']],
	['blame', `${people}The outage was caused by Ann Lee.\n`, ['caused by Ann Lee']],
	['blame', `${people}It was Ann Lee's mistake.\n`, ["Ann Lee's mistake"]],
	['blame', `${people}The engineer should have checked.\n`, ['The engineer should have']],
	['blame', `${people}@cy failed to test it.\n`, ['@cy failed to test']],
	['blame', `${people}It broke because Ann Lee deployed on Friday.\n`, ['because Ann Lee deployed']],
	['blame', `${people}Ann Lee caused the outage.\n`, ['Ann Lee caused the']],
	['blame', `${people}Ann Lee deployed the wrong config.\n`, ['Ann Lee deployed the wrong']],
	['blame', `${people}It was Rob’s fault.\n`, ['Rob’s fault']],
	['blame', `${people}Ann Lee rolled it back and Bo watched.\n`, []],
	['blame', `${people}Caused by a missing index; Redis failed to start.\n`, []],
	['blame', `${people}The alert should have fired. The service forgot its state.\n`, []],
	['blame', `${people}This is not human error. “human error” explains nothing.\n`, []],
	['blame', `${people}Blameless: caused by Annual maintenance.\n`, []],
	['blame', '**Incident Commander**: Ann Lee\n\n## Timeline\n\n- 03:10: Ann Lee forgot the flag\n', []],
	['blame', '**Team**: Payments\n\n## Root cause\n\nPayments broke the build.\n', []],

	['no-impact-number', '## Impact\n\nMany users saw errors.\n', ['Impact']],
	['no-impact-number', '## Impact\n\n12 % of checkouts failed.\n', []],
	['no-impact-number', '## Impact\n\nNo user was affected.\n', []],
	['no-impact-number', '## Impact\n\n[Who could not do what]\n', []],
	['no-impact-number', '## Impact\n\n### Users\n\n300 users.\n', []],

	['single-root-cause', '## Root Cause\n\nA lock.\n', ['Root Cause']],
	['single-root-cause', '## Root Cause\n\nA lock.\n\n## Contributing Factors\n\n- [What]\n', ['Root Cause']],
	['single-root-cause', '## Root Cause\n\nA lock.\n\n## Contributing Factors\n\n- No alert\n', []],
	['single-root-cause', '## Root Causes\n\n- A lock\n- No limit\n', []],
	['single-root-cause', '## Root Cause\n\nA lock; the retry storm contributed.\n', []],
	['single-root-cause', '## Root Cause\n\n[Why]\n', []],
];

suite('core/postmortem/check', () => {
	for (const [code, text, subjects] of table) {
		const name = JSON.stringify(text.replace(people, '')).slice(0, 70);
		test(`${code}: ${subjects.length === 0 ? 'not for ' : ''}${name}`, () =>
			assertFound(code, text, subjects));
	}

	test('any text, no throw, and places that exist', () =>
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...table.flatMap(([, text]) => text.split('\n')), '|', '```', '\ud800')),
				(lines) => {
					const text = lines.join('\n');
					for (const finding of checkPostmortem(text)) {
						assert.ok(finding.line <= lines.length && finding.column >= 1);
						checkFixes(finding, text, now);
					}
				},
			),
		));

	const fixes: readonly [CheckCode, string, string, string][] = [
		[
			'action-without-owner',
			'**IC**: Ann\n\n## Actions\n\n| Action | Owner |\n|-|-|\n| Raise |  |\n',
			'Give it to Ann',
			'| Raise | Ann |',
		],
		['action-without-owner', '**IC**: Ann\n\n## Actions\n\n- Raise\n', 'Give it to Ann', '- Raise (Ann)\n'],
		[
			'action-without-due',
			'## Actions\n\n- Raise (Ann)\n',
			'Due in 2 week(s), 2026-12-08',
			'- Raise (Ann) (due 2026-12-08)\n',
		],
		[
			'single-root-cause',
			'## Root Cause\n\nA lock.\n\n## Next\n',
			'Add a section for contributing factors',
			'A lock.\n\n## Contributing Factors\n\n- [What let it through, or made it worse]\n\n## Next\n',
		],
		[
			'no-impact-number',
			'## Impact\n\nMany.\n',
			'Add places for the numbers',
			'## Impact\n\n- Users affected: [number]\n',
		],
	];
	for (const [code, text, title, expected] of fixes) {
		test(`fix: ${title}, ${code}`, () => {
			const finding = checkPostmortem(text).find((one) => one.code === code);
			assert.ok(finding);
			const fix = checkFixes(finding, text, now).find((one) => one.title === title);
			assert.ok(fix, JSON.stringify(checkFixes(finding, text, now)));
			const lines = text.split('\n');
			for (const { line, column, endColumn, text: inserted } of fix.edits) {
				const before = lines[line - 1] ?? '';
				lines[line - 1] = before.slice(0, column - 1) + inserted + before.slice(endColumn - 1);
			}
			const fixed = lines.join('\n');
			assert.ok(fixed.includes(expected), fixed);
		});
	}

	test('no fix where only a person can know', () => {
		const [finding] = checkPostmortem(`${people}It was human error.\n`).filter(
			({ code }) => code === 'blame',
		);
		assert.ok(finding);
		assert.deepEqual(checkFixes(finding, people, now), []);
	});

	test('thousands of root causes do not take each other’s time', () => {
		const text = '# Down\n\n' + '## Root cause\n\nA lock.\n\n'.repeat(1000);
		const found = checkPostmortem(text).filter(({ code }) => code === 'single-root-cause');
		assert.equal(found.length, 1000);
	});
});
