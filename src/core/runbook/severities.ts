import { plainText } from './inline';
import type { SeverityDefinition } from './model';
import type { Section } from './outline';
import type { SectionTables } from './sectionTables';
import { topic } from './topics';
import { severityNamed, type SeverityScheme } from './severityWords';

/** What each severity means: rows of a table whose first cell is one, else headings `SEV-1: Critical`. */
export function readSeverities(
	sections: readonly Section[],
	tables: SectionTables,
	scheme: SeverityScheme,
): readonly SeverityDefinition[] {
	const about = sections.filter(({ topics }) => (topics & topic.severities) !== 0);
	const rows = about.flatMap((section) => tables.of(section).flatMap((table) => rowsOf(table, scheme)));
	const headings = about.flatMap((section) => headingOf(section, scheme));
	return firstOfEach(rows.length > 1 ? rows : headings);
}

function rowsOf(
	{ header, rows }: ReturnType<SectionTables['of']>[number],
	scheme: SeverityScheme,
): readonly SeverityDefinition[] {
	const named = header.findIndex((cell) => /descri|defin|meaning|impact|criteria|what|example/i.test(cell));
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
	const [, name = text, words] = /^\W*([\w-]+(?: \d)?)\s*[:–—(-]*\s*(.*?)\)?$/.exec(text) ?? [];
	const [paragraph] = section.paragraphs;
	const description = [words, paragraph?.words.text].filter(Boolean).join('. ') || undefined;
	return [{ severity, name, description, line: section.heading.line }];
}

function firstOfEach(definitions: readonly SeverityDefinition[]): readonly SeverityDefinition[] {
	const seen = new Set<string>();
	return definitions.filter(({ severity }) => {
		const isNew = !seen.has(severity);
		seen.add(severity);
		return isNew;
	});
}
