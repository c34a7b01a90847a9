import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { stateDocument } from '../../../../src/core/stateDocument/document';
import { mermaidText } from '../../../../src/core/stateDocument/mermaid';
import { safe } from '../../../../src/core/stateDocument/text';
import { wholeFacts, wholeState } from '../../../support/wholeIncident';

const markdown = new MarkdownIt({ html: true, linkify: false });
const words = 'plain words';

/** Every token but the words, and of fences the lines. */
function structureOf(text: string): readonly string[] {
	return markdown
		.parse(text, {})
		.flatMap((token) => [token, ...(token.children ?? [])])
		.filter(({ type }) => type !== 'text' && type !== 'text_special')
		.map(({ type, tag, content }) =>
			type === 'fence' ? `fence ${content.split('\n').map(mermaidShape).join('|')}` : `${type} ${tag}`,
		);
}

/** How the grammar of Mermaid's timeline cuts a line: at `: ` for events; `#`, `;` and `%%` mean something too. */
function mermaidShape(line: string): string {
	return line.replace(/(?:(?!%%)[^:#;{}<>&`\s])+(?: (?:(?!%%)[^:#;{}<>&`\s])+)*/g, 'x');
}

/** Every text of the incident is the attack, told apart by a number where the story needs names to be different. */
function documentWith(attack: string): string {
	let number = 0;
	const names = new Map<string, string>();
	const reword = (text: string): string => {
		const known = names.get(text) ?? `${attack}a${++number}`;
		names.set(text, known);
		return known;
	};
	return stateDocument(wholeState(reword), wholeFacts(reword));
}

const attacks = [
	'x\n# Heading\n',
	'x\r\n\r\n- item ',
	'| a | b ',
	'a \\| b ',
	'\\',
	'``` ',
	'x\n```\n# out\n',
	'~~~ ~~x~~ ',
	'**bold** _em_ ',
	'[text](https://x.test) ![image](x) ',
	'<script>alert(1)</script> ',
	'<!-- gone ',
	'&lt;b&gt; &#35; ',
	'$x$ $$y$$ ',
	'x : y : z ',
	'x: #35; ; %% note ',
	'%%{init: {"theme": "dark"}}%% ',
	'section x ',
	'title x ',
	'end\u2028x ',
	'---\ntitle: x\n---\n',
	']] }} >> ',
];

suite('core/stateDocument/injection', () => {
	const expected = structureOf(documentWith(words));

	for (const attack of attacks) {
		test(JSON.stringify(attack), () => assert.deepEqual(structureOf(documentWith(attack)), expected));
	}

	test('no typed text changes the structure', () => {
		const nasty = fc.array(fc.constantFrom(...Array.from('#-+*_`~[]()<>|\\!&;:=1. \n\r\tab/{}$%"')), {
			maxLength: 20,
		});
		fc.assert(
			fc.property(nasty, (characters) => {
				assert.deepEqual(structureOf(documentWith(characters.join(''))), expected);
			}),
			{ numRuns: 25 },
		);
	});

	test('no text is more than one event of the diagram', () => {
		const mixed = fc.array(fc.constantFrom(...Array.from('#%:;{}<>&`$\\"\n\r\u2028\u0000 ab\ud83d😀')), {
			maxLength: 90,
		});
		fc.assert(
			fc.property(mixed, (characters) => {
				assert.match(
					mermaidText(characters.join('')),
					/^(?!.*(?:%%|\$\$))[^:#;{}<>&`\\"\n\r\u2028\u2029\0]{1,70}$/,
				);
			}),
			{ numRuns: 100 },
		);
	});

	const shown: readonly (readonly [string, string])[] = [
		['costs $5, then $6', 'costs \\$5, then \\$6'],
		['', ''],
		['a'.repeat(700), `${'a'.repeat(599)}…`],
		[`${'a'.repeat(598)}😀b`, `${'a'.repeat(598)}…`],
	];
	for (const [text, expectedText] of shown) {
		test(`safe ${JSON.stringify(text.slice(0, 20))}`, () => assert.equal(safe(text), expectedText));
	}
});
