import { labelledLists } from './boldLabels';
import { plainText } from './inline';
import type { SeverityDefinition } from './model';
import type { Section } from './outline';
import type { SectionTables } from './sectionTables';
import type { Table } from './tables';
import { topic } from './topics';
import { severityNamed, type SeverityScheme } from './severityWords';

/**
 * What each severity means: rows of a table whose first cell is one, else headings `SEV-1: Critical`, else bold labels
 * with the signs listed below.
 */
export function readSeverities(
	sections: readonly Section[],
	tables: SectionTables,
	scheme: SeverityScheme,
): readonly SeverityDefinition[] {
	const about = aboutSeverities(sections);
	const rowsIn = (
		some: readonly Section[],
		wanted: (table: Table) => boolean,
	): readonly SeverityDefinition[] =>
		some.flatMap((section) =>
			tables
				.of(section)
				.filter(wanted)
				.flatMap((table) => rowsOf(table, scheme)),
		);
	const rows = tables.isEmpty ? [] : [...rowsIn(about, () => true), ...rowsIn(sections, isOfSeverities)];
	if (rows.length > 1) return firstOfEach(rows);
	const headings = about.flatMap((section) => headingOf(section, scheme));
	return firstOfEach(headings.length > 0 ? headings : about.flatMap((section) => labelsOf(section, scheme)));
}

/** A document whose title is about severities is all about them. */
function aboutSeverities(sections: readonly Section[]): readonly Section[] {
	const isAbout = ({ topics }: Section): boolean => (topics & topic.severities) !== 0;
	const first = sections.find(({ heading }) => heading);
	return first?.heading?.level === 1 && isAbout(first) ? sections : sections.filter(isAbout);
}

/** `| Severity | Meaning |`, whatever the heading above says; `| Severity | Updates |` says nothing of what one is. */
function isOfSeverities({ header }: Table): boolean {
	return /^\W*(?:sever|priorit|sev\b)/i.test(header[0] ?? '') && header.some((cell) => meaning.test(cell));
}

const meaning = /descri|defin|meaning|impact|criteri|what|example/i;

function rowsOf({ header, rows }: Table, scheme: SeverityScheme): readonly SeverityDefinition[] {
	const named = header.findIndex((cell) => meaning.test(cell));
	return rows.flatMap(({ cells, line }) => {
		const name = plainText(cells[0] ?? '');
		const severity = severityNamed(name, scheme);
		const description = plainText(cells[named > 0 ? named : 1] ?? '') || undefined;
		return severity === undefined ? [] : [{ severity, name, description, line }];
	});
}

/** Grammar: `SEV-1 [":" | "–" | "("] words`; else the first paragraph below is the description. */
function headingOf(section: Section, scheme: SeverityScheme): readonly SeverityDefinition[] {
	if (!section.heading) return [];
	const { text } = section.heading.words;
	const severity = severityNamed(text, scheme);
	if (severity === undefined) return [];
	const { name, words } = splitNamed(text);
	const below = section.paragraphs[0]?.words.text ?? meaningIn(section);
	const description = [words, below].filter(Boolean).join('. ') || undefined;
	return [{ severity, name, description, line: section.heading.line }];
}

/** `SEV-1: words`, `P1 (words)`, `words (P1)`. */
function splitNamed(text: string): { readonly name: string; readonly words: string | undefined } {
	const [, word, code, rest = ''] =
		/^\W*([a-z]{3,12})\s\(([\w -]{2,12})\)\s*[:–—-]*\s*(.*)$/i.exec(text) ?? [];
	if (word !== undefined && code !== undefined && /^(?:sev|p)/i.test(code) && !/\d/.test(word)) {
		return { name: code, words: [word, rest].filter(Boolean).join('. ') };
	}
	const [, name = text, words] = /^\W*([\w-]+(?: \d)?)\s*[:–—(-]*\s*(.*?)\)?$/.exec(text) ?? [];
	return { name, words };
}

/** `- **Impact**: …`, else the first of the bullets. */
function meaningIn({ items }: Section): string | undefined {
	const labelled = items.find(({ words }) =>
		/impact|descri|defin|meaning|criteri/i.test(words.item.label ?? ''),
	);
	return labelled ? labelled.words.item.detail : items[0]?.words.text;
}

/** `**P1 – High**` with what makes one in bullets. */
function labelsOf({ blocks }: Section, scheme: SeverityScheme): readonly SeverityDefinition[] {
	return labelledLists(blocks).flatMap(({ label, line, items }) => {
		const severity = severityNamed(label, scheme);
		if (severity === undefined) return [];
		const { name, words } = splitNamed(label);
		const signs = items.filter(({ depth }) => depth === 0).map((item) => item.words.text);
		const description = [words, signs.join('; ')].filter(Boolean).join('. ');
		return [{ severity, name, description, line }];
	});
}

function firstOfEach(definitions: readonly SeverityDefinition[]): readonly SeverityDefinition[] {
	const seen = new Set<string>();
	return definitions.filter(({ severity }) => {
		const isNew = !seen.has(severity);
		seen.add(severity);
		return isNew;
	});
}
