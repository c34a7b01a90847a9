// Real postmortem templates, from the folder named by POSTMORTEM_CORPUS. Without it there is nothing to test.
import assert from 'node:assert/strict';
import { noFacts } from '../../src/core/postmortem/facts';
import { fillTemplate } from '../../src/core/postmortem/fill';
import { readCorpus, type CorpusFile } from '../support/corpus';
import { fullFacts, hostileFacts } from '../support/postmortemFacts';
import { leavesOf, marksOf } from '../support/postmortemOracle';
import { variantsOf } from '../support/mdastTasks';
import { mutations } from '../support/mutations';

const folder = process.env['POSTMORTEM_CORPUS'] ?? '';
const corpus = readCorpus(folder).filter(({ name }) => /\.md$/i.test(name));

/** What is wrong with each template, by name; nothing for one that is right. */
function everyTemplate(problemsOf: (text: string, file: CorpusFile) => readonly string[]): void {
	const problems = corpus.flatMap((file) =>
		variantsOf(file.text).flatMap((text, variant) =>
			problemsOf(text, file).map((problem) => `${file.name} (${variant}): ${problem}`),
		),
	);
	assert.deepEqual(problems, []);
}

const knownKeys = new Set(
	[
		'title',
		'id',
		'date',
		'severity',
		'status',
		'impactStartedAt',
		'detectedAt',
		'resolvedAt',
		'closedAt',
	].concat(['duration', 'participants', 'incidentCommander', 'roles', 'timeline', 'actionItems']),
);

/** Labels with a known answer, as templates write them, and what must not stand beside them any more. */
const knownLabel =
	/^[^\p{L}]*(?:date|severity|status|incident (?:id|number|severity)|start(?: time)?|detected|resolved|detection time|resolution time|end time|duration|incident commander|fecha (?:detección|cierre)|severidad|estado|duración|日期|严重度|状态)(?: \(UTC\))?[*_\s]*[:：|]+[*_\s]*(?<value>[^|]*)/iu;
const leftOver = /^$|YYYY|HH:MM|\{\w+\}|^\[.*\]$|^<.*>$|\bX{2,}\b|\w+ ?\/ ?\w+ ?\/ ?\w+/u;

suite('corpus of postmortem templates', function () {
	this.timeout(0);

	suiteSetup(function () {
		if (corpus.length === 0) this.skip();
	});

	test('a fill with nothing known returns the file byte for byte', () => {
		everyTemplate((text) => (fillTemplate(text, noFacts).text === text ? [] : ['changed']));
	});

	test('a full fill leaves no place open whose key is known', () => {
		everyTemplate((text) =>
			fillTemplate(text, fullFacts)
				.open.filter(({ key }) => knownKeys.has(key))
				.map(({ key, label, line }) => `${line}: ${key} ${label}`),
		);
	});

	test('and no line with a known label and a placeholder behind it, by another reading', () => {
		everyTemplate((text) =>
			fillTemplate(text, fullFacts)
				.text.split(/\r?\n/)
				.map((line) => line.replace(/^\s*\|/, ''))
				.filter((line) => leftOver.test((knownLabel.exec(line)?.groups?.['value'] ?? '-').trim())),
		);
	});

	test('every row of the timeline and every action item is in a file that has the section', () => {
		everyTemplate((text) => {
			const result = fillTemplate(text, fullFacts);
			const has = (words: RegExp) =>
				leavesOf(text).some((leaf) => words.test(leaf.text) && isLabel(leaf.path));
			const wanted = [
				...(has(/^(?:\d+\. )?(?:incident |línea de )?(?:timeline|chain of events|tiempo)\b/iu)
					? (fullFacts.timeline ?? [])
					: []),
				...(has(/action items|next steps|corrective|followups|recommendations|plan de seguimiento/iu)
					? (fullFacts.actionItems ?? [])
					: []),
			];
			const shownTexts = leavesOf(result.text)
				.map((leaf) => leaf.text)
				.join('\n');
			return wanted.filter((row) => !shownTexts.includes(row.text)).map((row) => row.text);
		});
	});

	test('all bytes outside the filled places are the same', () => {
		everyTemplate((text) => {
			const { text: filledText, filled } = fillTemplate(text, hostileFacts);
			const ranges = filled.flatMap(({ places }) => places);
			const kept = without(
				text,
				ranges.map(({ source }) => source),
			);
			return kept ===
				without(
					filledText,
					ranges.map(({ target }) => target),
				)
				? []
				: ['other bytes changed'];
		});
	});

	test('the same Markdown structure by a full parse, whatever the texts say', () => {
		everyTemplate((text) => {
			const { text: result, filled } = fillTemplate(text, hostileFacts);
			const replaced = filled.flatMap(({ places }) => places.map(({ source }) => source));
			const untouched = leavesOf(text).filter(
				({ start, end }) => !replaced.some((range) => range.start <= end && start <= range.end),
			);
			const after = leavesOf(result);
			let at = 0;
			const lost = untouched.filter((leaf) => {
				const index = after.findIndex(
					({ path, text: words }, position) => position >= at && path === leaf.path && words === leaf.text,
				);
				at = index < 0 ? at : index + 1;
				return index < 0;
			});
			const [marksBefore, marksAfter] = [marksOf(text), marksOf(result)];
			const smuggled = Object.keys(marksAfter).filter(
				(mark) => (marksAfter[mark] ?? 0) > (marksBefore[mark] ?? 0) && !isAllowed(mark, text),
			);
			return [...lost.map(({ path, text: words }) => `${path} ${words.slice(0, 60)}`), ...smuggled];
		});
	});

	test('line ends and byte order mark stay', () => {
		everyTemplate((text) => {
			const result = fillTemplate(text, hostileFacts).text;
			const ends = (content: string) => new Set(content.match(/\r\n|\n|\r/g) ?? []);
			const foreign = [...ends(result)].filter((end) => !ends(text).has(end) && ends(text).size > 0);
			const mark = text.startsWith('\uFEFF') === result.startsWith('\uFEFF');
			return [...(foreign.length > 0 ? ['line ends'] : []), ...(mark ? [] : ['byte order mark'])];
		});
	});

	test('10,000 fuzzed templates: no throw, and nothing known changes nothing', () => {
		let count = 0;
		for (const text of mutations(
			corpus.map(({ text }) => text),
			10_000,
		)) {
			fillTemplate(text, hostileFacts);
			assert.equal(fillTemplate(text, noFacts).text, text);
			count++;
		}
		assert.equal(count, 10_000);
	});
});

function isLabel(path: string): boolean {
	return /heading[2-6]$|\/listItem\/paragraph$/.test(path);
}

/** A list style such as `- **HH:MM**` repeats the template's own emphasis in every row. */
function isAllowed(mark: string, template: string): boolean {
	return mark === 'strong' && /[-*] \*\*\[?HH:MM/i.test(template);
}

function without(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
	let at = 0;
	const kept = ranges.map(({ start, end }) => {
		const piece = text.slice(at, start);
		at = end;
		return piece;
	});
	return kept.join('\u0000') + text.slice(at);
}
