import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { escapeInline, yamlQuoted } from '../../../../src/core/postmortem/escape';
import type { Facts } from '../../../../src/core/postmortem/facts';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import { sampleFacts, start } from './sample';

const markdown = new MarkdownIt({ html: true, linkify: false });

const template = [
	'# Postmortem: [Incident Title]',
	'',
	'**Incident ID:** INC-XXXX',
	'',
	'- **Title:** [Title]',
	'',
	'| Field | Value |',
	'|---|---|',
	'| Title | |',
	'| Incident Commander | [Name] |',
	'',
	'## Incident Commander',
	'',
	'## Participants',
	'',
	'## Timeline',
	'',
	'- HH:MM x',
	'',
	'## Root Cause',
	'',
].join('\n');

/** Block and inline structure: every token but the text. */
function structureOf(text: string): readonly string[] {
	return markdown
		.parse(text, {})
		.flatMap((token) => [token, ...(token.children ?? [])])
		.filter(({ type }) => type !== 'text' && type !== 'text_special')
		.map(({ type, tag }) => `${type} ${tag}`);
}

function factsWith(text: string): Facts {
	return {
		...sampleFacts,
		title: text,
		id: text,
		incidentCommander: text,
		participants: [text, text],
		timeline: [{ at: start, by: text, text, events: [] }],
	};
}

const attacks = [
	'x\n# Heading',
	'x\r\n\r\n- item',
	'# Heading',
	'- item',
	'1. item',
	'> quote',
	'---',
	'===',
	'| a | b |',
	'a | b',
	'a \\',
	'a \\| b',
	'`code` ``` ~~~',
	'```',
	'~~~',
	'**bold** _em_ __x__ *y* ~~z~~',
	'[text](https://x.test) ![image](x)',
	'[x]: https://x.test',
	'[ ] task',
	'<script>alert(1)</script>',
	'<https://x.test>',
	'<!-- gone',
	'&lt;b&gt; &#35;',
	'    code',
	'title #',
	'\tx\u2028y\u0000z',
	'+ a',
	'* a',
	'snake_case and C#',
];

suite('core/postmortem/injection', () => {
	const expected = structureOf(fillTemplate(template, factsWith('words')).text);

	for (const attack of attacks) {
		test(JSON.stringify(attack), () => {
			assert.deepEqual(structureOf(fillTemplate(template, factsWith(attack)).text), expected);
		});
		test(`reads as it was typed: ${JSON.stringify(attack)}`, () => {
			const shown = markdown.parseInline(escapeInline(attack), {})[0]?.children ?? [];
			const plain = attack.replace(/[\s\0]+/g, ' ').trim();
			assert.equal(shown.map(({ content }) => content).join(''), plain);
		});
	}

	test('no typed text changes the structure', () => {
		const nasty = fc.array(fc.constantFrom(...Array.from('#-+*_`~[]()<>|\\!&;:=1. \n\r\tab/{}')), {
			minLength: 1,
			maxLength: 20,
		});
		fc.assert(
			fc.property(nasty, (characters) => {
				const text = `${characters.join('')}a`;
				assert.deepEqual(structureOf(fillTemplate(template, factsWith(text)).text), expected);
			}),
			{ numRuns: 50 },
		);
	});

	test('web addresses become links in the timeline only', () => {
		const { text } = fillTemplate(template, factsWith('see https://x.test and www.x.test'));
		assert.equal(text.match(/https:\/\//g)?.length, 1);
		assert.doesNotMatch(text, /www\.x/);
	});

	test('no template language of a site generator begins', () => {
		assert.equal(escapeInline('{{x}} {% y'), '\\{\\{x}} \\{% y');
	});

	test('turned writing directions are taken out', () => {
		assert.equal(escapeInline('a\u202eb'), 'ab');
	});

	test('front matter stays one value', () => {
		const { text } = fillTemplate('---\ntitle:\n---\n', factsWith('a"\n---\nb: \\'));
		assert.equal(text, '---\ntitle: "a\\" --- b: \\\\"\n---\n');
		assert.equal(yamlQuoted('x'), '"x"');
	});
});
