import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { mermaidText, mermaidTimeline } from '../../../../src/core/postmortem/mermaid';
import { svgTimeline } from '../../../../src/core/postmortem/svg';
import { minute, start } from './sample';

const row = (text: string, at = start) => ({ at, by: 'Ann', text, events: [] });
const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'a: b; c',
		'```',
		'%%{init: {}}%%',
		'<script>',
		'--> x',
		']]>',
		'&amp;',
		'\ud800',
		' ',
		'click x',
	),
);

suite('core/postmortem/pictures', () => {
	test('mermaid: a section a day, an entry a line', () => {
		const rows = [row('Declared: down'), row('Fixed', start + 1440 * minute)];
		assert.equal(
			mermaidTimeline('Down #1', rows),
			[
				'timeline',
				'    title Down #35;1',
				'    section 2026-11-23',
				'        03#58;14 : Declared#58; down',
				'    section 2026-11-24',
				'        03#58;14 : Fixed',
			].join('\n'),
		);
	});

	test('mermaid: whatever a text says, a line stays one entry', () =>
		fc.assert(
			fc.property(text, text, (title, entry) => {
				const lines = mermaidTimeline(title, [row(entry)]).split('\n');
				assert.equal(lines.length, 4);
				assert.match(lines[3] ?? '', /^ {8}03#58;14 : (?:[\p{L}\p{N}\p{M} .,'/-]|#\d+;)+$/u);
				assert.match(lines[1] ?? '', /^ {4}title (?:[\p{L}\p{N}\p{M} .,'/-]|#\d+;)+$/u);
			}),
		));

	test('mermaid: an empty text is a dash, and many entries are counted', () => {
		assert.equal(mermaidText(' \n'), '-');
		assert.match(
			mermaidTimeline(
				'x',
				Array.from({ length: 43 }, () => row('y')),
			),
			/\n {8}later : 3 more entries$/,
		);
	});

	test('svg: well-formed whatever the texts say', () =>
		fc.assert(
			fc.property(text, text, (title, entry) => {
				const image = svgTimeline(title, [row(entry), row('end')]);
				const tags = image.match(/<[^>]*>/g) ?? [];
				const names = tags.map((tag) => /^<\/?(\w+)/.exec(tag)?.[1]);
				assert.ok(
					names.every((name) => /^(?:svg|rect|g|text|line|circle)$/.test(name ?? '')),
					image,
				);
				assert.equal(names.filter((name) => name === 'text').length, 10);
				assert.doesNotMatch(image, /&(?!#\d+;)/);
			}),
		));
});
