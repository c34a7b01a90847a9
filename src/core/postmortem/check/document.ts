import { fieldKeyOf, plainLabel } from '../field';
import type { FactKey } from '../facts';
import { foldLabel, isRoleLabel } from '../labels';
import { scanLines, type Line } from '../lines';
import { placeholderOf } from '../placeholder';
import { bodyOf } from '../sectionBody';
import { sectionsOf, type Section } from '../sections';
import { tableAt, type Table } from '../tables';
import { writtenActions, type WrittenAction } from '../writtenActions';

/** A label with what somebody wrote beside or below it. */
export interface Answered {
	readonly key: FactKey;
	readonly value: string;
	readonly line: Line;
}

/** A postmortem as read for checking. */
export interface CheckDocument {
	readonly text: string;
	readonly lines: readonly Line[];
	readonly sections: readonly Section[];
	readonly tables: readonly { readonly table: Table; readonly section: Section }[];
	readonly actions: readonly WrittenAction[];
	readonly answered: readonly Answered[];
	/** Names of people, as far as the document says who they are. */
	readonly people: readonly string[];
}

export function readCheckDocument(text: string): CheckDocument {
	const lines = scanLines(text);
	const sections = sectionsOf(lines);
	const tables = sections.flatMap((section) =>
		lines.slice(section.from, section.to).flatMap((_, offset) => {
			const table = tableAt(lines, section.from + offset);
			return table === undefined ? [] : [{ table, section }];
		}),
	);
	const actions = writtenActions(text);
	const answered = [...keyLines(lines), ...cells(tables), ...headings(sections, lines)];
	return { text, lines, sections, tables, actions, answered, people: peopleIn(answered, actions) };
}

const keyLine = /^[ \t>]*(?:[-*+][ \t]+)?(?:\*\*([^*]{1,60}?):?\*\*:?|([^:*|`[\]<>{}]{1,60}):)[ \t]*(\S.*)$/u;

function keyLines(lines: readonly Line[]): readonly Answered[] {
	return lines.flatMap((line) => {
		const [, bold, bare, value = ''] = line.kind === 'text' ? (keyLine.exec(line.text) ?? []) : [];
		return answer(bold ?? bare ?? '', value, line);
	});
}

function cells(tables: CheckDocument['tables']): readonly Answered[] {
	return tables.flatMap(({ table }) =>
		[table.header, ...table.rows].flatMap(({ cells: row, line }) =>
			row.length === 2 ? answer(row[0]?.text ?? '', row[1]?.text ?? '', line) : [],
		),
	);
}

function headings(sections: readonly Section[], lines: readonly Line[]): readonly Answered[] {
	return sections.flatMap((section) =>
		bodyOf(section, lines)
			.head.filter(({ kind, text }) => kind === 'text' && !text.trimStart().startsWith('|'))
			.flatMap((line) =>
				answer(section.heading?.text ?? '', line.text.replace(/^[ \t]*[-*+][ \t]+/u, ''), line),
			),
	);
}

function answer(label: string, value: string, line: Line): readonly Answered[] {
	const key = fieldKeyOf(plainLabel(label));
	return key === undefined || value.trim() === '' || placeholderOf(value) !== undefined
		? []
		: [{ key, value, line }];
}

const personKeys: ReadonlySet<FactKey> = new Set<FactKey>(['participants', 'incidentCommander', 'roles']);

function peopleIn(answered: readonly Answered[], actions: readonly WrittenAction[]): readonly string[] {
	const named = answered
		.filter(({ key }) => personKeys.has(key))
		.flatMap(({ value }) => value.replace(/\([^()]*\)/gu, '').split(/,|;|&|\band\b/u));
	const names = [...named, ...actions.map(({ owner }) => owner ?? '')].map((name) =>
		name
			.replace(/^[^:]*:/u, '')
			.replace(/[*_`]/gu, '')
			.trim(),
	);
	return [...new Set(names.filter(isName))];
}

/** One to three words with capitals, or a handle; the name of a role or a team is none. */
function isName(text: string): boolean {
	const isTeam =
		/\b(?:team|platform|infra\w*|sre|ops|operations|engineering|support|on-?call|backend|frontend|security|data|payments)\b/iu;
	return (
		/^(?:@[\w-]{2,}|\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){0,2})$/u.test(text) &&
		!isTeam.test(text) &&
		!isRoleLabel(text)
	);
}

/** Whether a section, or one around it, has this topic by its words. */
export function isAbout(section: Section, words: RegExp): boolean {
	return words.test(foldLabel(section.heading?.text ?? ''));
}
