import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { findHiddenCharacter } from '../../../../src/core/scripts/hiddenCharacters';
import { commandLine, scriptPreview, type PreviewFacts } from '../../../../src/core/scripts/preview';
import { visibleText } from '../../../../src/core/scripts/visibleText';
import { scriptWarnings } from '../../../../src/core/scripts/warnings';
import { lintDocument } from '../../../../src/core/lint/lint';
import { readLintDocument } from '../../../../src/core/lint/readDocument';

const change: PreviewFacts = {
	title: 'Emergency rollback',
	text: "# Emergency rollback\nkubectl -n 'shop prod' rollout undo deploy/api\ncurl -H 'Authorization: ••••' https://shop.example/flush\n",
	language: 'bash',
	effect: 'change',
	because: '“rollout” changes things',
	command: ['bash', '/home/ana/.config/runs/0123.script'],
	cwd: '/work/shop',
	environment: [{ name: 'RUNBOOK_INCIDENT_ID', value: 'INC-7' }],
	filled: [
		{ name: 'namespace', value: 'shop prod' },
		{ name: 'token', value: '••••' },
	],
	warnings: ['“rollout undo” cannot be taken back, and no check beside it says when to run it.'],
	incident: 'INC-7 Checkout is down',
	owner: 'Incident Commander',
	sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
	timeoutMs: 300_000,
	keepsOutput: true,
};
const hostile: PreviewFacts = {
	...change,
	title: '# Not\u202e a\nheading',
	text: 'echo a\u001b[2K\r``` \n~~~\n# ordinary\u200b text\n````\nls',
	language: 'sh -x',
	effect: 'unknown',
	because: 'nothing says that it only reads',
	cwd: '/work/a `b` c',
	environment: [],
	filled: [],
	warnings: [],
	incident: undefined,
	owner: undefined,
	timeoutMs: 90_000,
	keepsOutput: false,
};

suite('scriptPreview', () => {
	const goldens = { change, hostile };
	for (const [name, facts] of Object.entries(goldens)) {
		test(`${name}.md`, () => {
			const file = path.join(__dirname, '../../../fixtures/scripts', `${name}.md`);
			const preview = scriptPreview(facts);
			if (process.env.UPDATE) writeFileSync(file, preview);
			assert.equal(preview, readFileSync(file, 'utf8'));
		});
	}

	test('whatever a script holds, Markdown shows its text whole in one fence', () => {
		const piece = fc.constantFrom(
			'`',
			'```',
			'~~~',
			'\n',
			'    ',
			'# a',
			'<b>',
			'\u001b',
			'\u202e',
			'ls',
			'> ',
			'- ',
			'\t',
		);
		const markdown = new MarkdownIt();
		fc.assert(
			fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
				const text = pieces.join('');
				const fences = markdown
					.parse(scriptPreview({ ...change, text }), {})
					.filter(({ type }) => type === 'fence');
				assert.deepEqual(
					fences.map(({ content }) => content.replace(/\n$/, '')),
					[visibleText(text).replace(/\n$/, '')],
				);
			}),
		);
	});
});

suite('visibleText', () => {
	const cases: readonly (readonly [string, string])[] = [
		['plain\ttext é 🚨\n', 'plain\ttext é 🚨\n'],
		['a\u001b[2K\rb', 'a␛[2K␍b'],
		['a\u202eb\u2066', 'a⟨U+202E⟩b⟨U+2066⟩'],
		['\u0000\u007f\u0085\u00a0\u200b\ufeff', '␀␡⟨U+0085⟩⟨U+00A0⟩⟨U+200B⟩⟨U+FEFF⟩'],
		['⚠️ 👩‍🚒', '⚠️ 👩‍🚒'],
		['\ud83d', '⟨U+D83D⟩'],
	];
	for (const [text, expected] of cases)
		test(JSON.stringify(text), () => assert.equal(visibleText(text), expected));

	test('is the text itself exactly when the text may run, and holds nothing hidden', () => {
		const unit = fc.constantFrom(
			'a',
			'\n',
			'\u001b',
			'\r',
			'\u202e',
			'\u200b',
			'\u00a0',
			'🚨',
			'\ufe0f',
			'\u200d',
			'\u2028',
		);
		fc.assert(
			fc.property(fc.string({ unit }), (text) => {
				const shown = visibleText(text);
				assert.equal(shown === text, findHiddenCharacter(text) === undefined);
				assert.equal(findHiddenCharacter(shown), undefined);
			}),
		);
	});
});

test('commandLine', () => {
	const lines: readonly (readonly [word: string, written: string])[] = [
		['/home/ana/x.script', '/home/ana/x.script'],
		['/home/ana lee/x.script', "'/home/ana lee/x.script'"],
		['C:\\Users\\ana\\x.script', "'C:\\Users\\ana\\x.script'"],
		['/home/$(x);!!/x.script', "'/home/$(x);!!/x.script'"],
		["/home/it's me/x.script", '"/home/it\'s me/x.script"'],
		["/home/it's $me/x.script", "'/home/it'\\''s $me/x.script'"],
	];
	for (const [word, written] of lines) assert.equal(commandLine(['bash', word]), `bash ${written}`);
});

test('scriptWarnings: what lint says of this script, and of no other', () => {
	const text =
		'# R\n\n```sh\n# Check health\ncurl -f x || true\n```\n\n## B\n\n```sh\nrm -rf /srv/data\n```\n';
	const document = readLintDocument('RUNBOOK.md', text);
	const findings = lintDocument(document, { now: 0, files: undefined });
	assert.deepEqual(
		document.runbook.scripts.map((script) => scriptWarnings(script, findings)),
		[
			['The check “Check health” cannot fail: what follows || succeeds whatever happened.'],
			['“rm -rf” cannot be taken back, and no check beside it says when to run it.'],
		],
	);
});
