import * as assert from 'node:assert/strict';
import { noFacts } from '../../../../src/core/postmortem/facts';
import { postmortemFileName } from '../../../../src/core/postmortem/name';
import { start } from './sample';

suite('core/postmortem/name', () => {
	const rows: readonly [title: string | undefined, expected: string][] = [
		['Checkout returns 500', '2026-11-23-checkout-returns-500.md'],
		['  ../../etc/passwd  ', '2026-11-23-etc-passwd.md'],
		['Größe & Łódź: café', '2026-11-23-grosse-lodz-cafe.md'],
		["Can't pay", '2026-11-23-cant-pay.md'],
		['结账失败', '2026-11-23-inc-1.md'],
		[undefined, '2026-11-23-inc-1.md'],
		['a'.repeat(99), `2026-11-23-${'a'.repeat(60)}.md`],
		['word '.repeat(20), `2026-11-23-${'word-'.repeat(12).slice(0, -1)}.md`],
	];
	for (const [title, expected] of rows) {
		test(String(title).slice(0, 30), () =>
			assert.equal(postmortemFileName({ ...noFacts, date: start, title, id: 'INC 1' }), expected),
		);
	}

	test('the day of writing when no other is known, and a name for an incident without one', () => {
		assert.equal(postmortemFileName({ ...noFacts, writtenAt: start }), '2026-11-23-incident.md');
		assert.equal(postmortemFileName(noFacts), 'incident.md');
	});
});
