// A script runs from its file: every byte that was shown, or it is refused.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { findHiddenCharacter } from '../../../src/core/scripts/hiddenCharacters';
import { visibleText } from '../../../src/core/scripts/visibleText';
import { sha256 } from '../../../src/node/identity';
import { removeScriptFile, writeScriptFile } from '../../../src/node/scriptFile';

const piece = fc.constantFrom(
	...[
		'é',
		'日本',
		'🚨',
		'👩‍🚒',
		'⚠️',
		'!!',
		'!$',
		'^a^b',
		"'",
		'"',
		'`',
		'\\',
		'$(touch canary)',
		'${HOME}',
		'$$',
		'#',
		';',
		'&',
		'|',
	],
	...[
		'\n',
		'\t',
		' ',
		'  \n',
		'\\\n',
		'{a,b}',
		'*',
		'~',
		'<',
		'>',
		'%s',
		'word',
		'x'.repeat(20_000),
		'\u001b[201~',
		'\u001b[200~',
		'\r',
	],
	...[
		'\u0015',
		'\u0003',
		'\u0000',
		'\u202e',
		'\u200b',
		'\u2028',
		'\u00a0',
		'\u0085',
		'\ud83d',
		'\ufeff',
		'\u007f',
	],
);

suite('what runs is what was shown', function () {
	this.timeout(120_000);
	let folder = '';
	suiteSetup(() => (folder = mkdtempSync(path.join(tmpdir(), 'shown-'))));
	suiteTeardown(() => rmSync(folder, { recursive: true, force: true }));

	test('1,000 payloads: byte for byte, or refused', async () => {
		const counts = { ran: 0, refused: 0 };
		const payload = fc.oneof(
			fc.array(piece, { maxLength: 6 }),
			fc.array(
				piece.filter((text) => findHiddenCharacter(text) === undefined),
				{ maxLength: 12 },
			),
		);
		for (const pieces of fc.sample(payload, 1000)) {
			const body = pieces.join('');
			const text = `cat <<'PAYLOAD'\n${body}\nPAYLOAD\ncat -- "$0" >&2\n`;
			if (findHiddenCharacter(text) !== undefined) {
				counts.refused++;
				assert.notEqual(visibleText(text), text);
				continue;
			}
			counts.ran++;
			assert.equal(visibleText(text), text);
			const file = await writeScriptFile(path.join(folder, 'scripts'), text, sha256(text));
			const { stdout, stderr } = spawnSync('bash', [file], { cwd: folder });
			assert.equal(stderr.toString('utf8'), text);
			assert.equal(stdout.toString('utf8'), `${body}\n`);
			await removeScriptFile(file);
			assert.equal(existsSync(file), false);
		}
		assert.equal(existsSync(path.join(folder, 'canary')), false);
		assert.ok(counts.ran > 400 && counts.refused > 200, JSON.stringify(counts));
	});

	test('the file is private, and what lay in its place is not followed', async () => {
		const scripts = path.join(folder, 'private');
		const file = await writeScriptFile(scripts, 'echo a\n', 'name');
		assert.equal(statSync(file).mode & 0o777, 0o600);
		assert.equal(statSync(scripts).mode & 0o777, 0o700);
		const other = path.join(folder, 'other');
		writeFileSync(other, 'untouched');
		rmSync(file);
		symlinkSync(other, file);
		await writeScriptFile(scripts, 'echo b\n', 'name');
		assert.equal(statSync(other).size, 'untouched'.length);
	});
});
