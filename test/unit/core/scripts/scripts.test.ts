import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classifyEffect } from '../../../../src/core/scripts/effect';
import { findHiddenCharacter } from '../../../../src/core/scripts/hiddenCharacters';
import { classifyShellLines } from '../../../../src/core/scripts/shellLines';
import { splitShellBlock } from '../../../../src/core/scripts/split';

/** b blank, # comment, c command, . inside one. */
const marks = { blank: 'b', comment: '#', command: 'c', inside: '.' } as const;

suite('classifyShellLines', () => {
	const cases: readonly (readonly [string, string])[] = [
		['# a\nls\n\n# b\nls', '#cb#c'],
		['python -c "\nimport x\n# not a comment\n"\nls', 'c...c'],
		["echo 'a\n# b'\nls", 'c.c'],
		['cat <<EOF\n# a\n  EOF\nEOF\nls', 'c...c'],
		["cat <<-'EOF'\n\t# a\n\tEOF\nls", 'c..c'],
		['cat <<A <<B\nA\n# x\nB\nls', 'c...c'],
		['curl \\\n  -f \\\n  x\nls', 'c..c'],
		['if true; then\n# a\nls\nfi\nls', 'c...c'],
		['for x in a b; do\n\nls\ndone\nls', 'c...c'],
		['case $1 in\n  a) ls ;;\nesac\nls', 'c..c'],
		['f() {\n  ls\n}\nls', 'c..c'],
		['(\n  # a\n  ls\n)\nls', 'c...c'],
		['x=$(\n  # a\n  ls\n)\nls', 'c...c'],
		['echo "$(ls "a b")"\nls', 'cc'],
		['echo $((1 << 2))\nls', 'cc'],
		['cat <<< "x"\nls', 'cc'],
		['echo $# ${#x} a#b\nls', 'cc'],
		["echo it\\'s # it's\nls", 'cc'],
		['echo done if fi\nls', 'cc'],
		['echo "unclosed\nls', 'c.'],
	];
	for (const [text, expected] of cases) {
		test(JSON.stringify(text), () =>
			assert.equal(
				classifyShellLines(text)
					.map((kind) => marks[kind])
					.join(''),
				expected,
			),
		);
	}
});

test('splitShellBlock: parts put together are the block, whatever it is', () => {
	const part = fc.constantFrom(
		'# c\n',
		'ls\n',
		'\n',
		'cat <<E\n',
		'E\n',
		'"',
		"'",
		'(',
		')',
		'if x; then\n',
		'fi\n',
		'cd a\n',
		'\\\n',
	);
	fc.assert(
		fc.property(fc.array(part), (parts) => {
			const text = parts.join('');
			const lines = text.split('\n');
			for (const found of splitShellBlock(text)) {
				assert.deepEqual(found.lines, lines.slice(found.from, found.from + found.lines.length));
			}
		}),
		{ numRuns: 300 },
	);
});

suite('classifyEffect', () => {
	const cases: readonly (readonly ['check' | 'change' | 'unknown', string, string])[] = [
		['change', 'Emergency rollback', 'python rollback_mechanisms.py emergency'],
		['change', 'Check health', 'curl x && rm -rf y'],
		['change', 'Check health', 'kubectl rollout undo deploy/x'],
		['change', 'See', 'curl -X POST https://x.example'],
		['change', 'See', 'cat a > b'],
		['change', 'Restart it', './x'],
		['check', 'Check system health', 'python monitor.py 0 --single-run'],
		['check', 'Validate security', 'python test_readiness.py'],
		['check', '', 'curl -f https://x.example/health'],
		['check', '', 'kubectl get pods | grep x 2>/dev/null'],
		['check', '', 'git --no-pager log -5'],
		['check', '', 'TZ=UTC date'],
		['check', 'Say', 'echo "no restart needed"'],
		['unknown', 'Do it', './do-it'],
		// A title says what a program is for, not what its arguments make it do.
		['change', 'Check queue', 'python queue.py clear-all'],
		['unknown', 'Check queue', 'python queue.py empty-all'],
		['unknown', 'Check queue', './queue.sh --go'],
		['unknown', 'Check queue', 'python queue.py status now'],
		['unknown', 'Check queue', 'bash -c "queue empty"'],
		['unknown', 'Check queue', 'bash -xc emptyit'],
		['check', 'Check queue', 'python3 queue.py status --format=json --last 5m 2>&1'],
		['check', 'Check queue', 'ENV=prod ./queue.sh'],
		['check', 'Check errors', 'python -c "\nfrom shop import Errors\nprint(Errors().rate)\n"'],
		['change', 'Check users', 'python -c "import users; users.import(1)"'],
		['unknown', '', 'python x.py'],
	];
	for (const [effect, title, command] of cases) {
		test(`${title}: ${command}`, () => {
			const found = classifyEffect(title, [command]);
			assert.equal(found.effect, effect, found.because);
		});
	}
});

suite('words that change things', () => {
	const words = [
		...['clear', 'clean', 'cleanup', 'prune', 'terminate', 'replay', 'requeue', 'sync', 'rebuild', 'reindex'],
		...['vacuum', 'import', 'load', 'publish', 'unlock', 'ban', 'block', 'wipe', 'wiped', 'fix', 'recover'],
		'repair',
	];
	for (const word of words)
		test(word, () => assert.equal(classifyEffect('Check it', [`python it.py ${word}`]).effect, 'change'));
	test('json.load reads', () => {
		const code = `python -c "import json, sys; print(json.load(sys.stdin)['status'])"`;
		assert.equal(classifyEffect('Check it', [code]).effect, 'check');
	});
});

suite('findHiddenCharacter', () => {
	test('plain text, tabs and newlines are fine', () =>
		assert.equal(findHiddenCharacter('a\tb\nc é 日本 🚨'), undefined));
	const hidden = [
		'\u0000',
		'\u0015',
		'\u001b',
		'\r',
		'\u0085',
		'\u200b',
		'\u202e',
		'\u2066',
		'\ufeff',
		'\u2028',
	];
	for (const character of hidden) {
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		test(`U+${code}`, () => assert.equal(findHiddenCharacter(`a\nb${character}`), `U+${code} (line 2)`));
	}
});
