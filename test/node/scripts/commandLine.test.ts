// The line that is typed into a terminal names the very file, whatever the person's folders are called.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { commandLine } from '../../../src/core/scripts/preview';

const shells = ['bash', 'dash', 'zsh', 'fish'].filter(
	(shell) => spawnSync(shell, ['-c', 'true']).status === 0,
);

suite('commandLine', function () {
	this.timeout(60_000);
	test('bash is one of the shells', () => assert.ok(shells.includes('bash')));
	for (const shell of shells) {
		test(`${shell} reads every word as it was`, () => {
			const piece = fc.constantFrom(
				...`a é 日 ' " $ \` \\ ! ; & | * ~ ( ) { } # < > [ ] ^ % = -`.split(' '),
				' ',
			);
			const word = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `/${pieces.join('')}`);
			for (const words of fc.sample(fc.array(word, { minLength: 1, maxLength: 4 }), 60)) {
				const line = commandLine(['printf', '%s\\n', ...words]);
				assert.equal(spawnSync(shell, ['-c', line]).stdout.toString(), `${words.join('\n')}\n`, line);
			}
		});
	}
});
