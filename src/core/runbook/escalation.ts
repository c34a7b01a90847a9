import type { ListItem } from './blocks';
import { durationSource, parseDuration } from '../schedule/duration';
import { readHeading, splitBracket } from './headingText';
import { plainText } from './inline';
import type { Escalation, EscalationException, EscalationLevel } from './model';
import type { Section } from './outline';
import type { SectionTables } from './sectionTables';
import { topic } from './topics';
import type { Words } from './words';

const escalationWord = /escalat|escala[çc]/i;
/** `Level 1: Monitor (On-Call)` · `Tier 2 – Manager` · `L3: CTO` */
const levelHeading = /^\W*(?:level|tier|l|nível|nivel)\s*-?(\d)\b\s*[:–—-]?\s*(.*)$/i;

/** The ladder of the document: headings `Level 1: …`, else a table, else a chain `A → B → C`. Total. */
export function readEscalation(sections: readonly Section[], tables: SectionTables): Escalation {
	const inside = sections.filter(isAboutEscalation);
	const fromHeadings = inside.flatMap((section) => levelOf(section));
	const fromTables = fromHeadings.length > 0 ? [] : inside.flatMap((section) => tableLevels(section, tables));
	const explicit = fromHeadings.length > 0 ? fromHeadings : fromTables;
	const levels = explicit.length > 0 ? explicit : chainLevels(sections);
	const exceptions = inside.flatMap((section) => exceptionOf(section));
	return { intervalMin: findInterval(inside, sections), levels, exceptions };
}

function isAboutEscalation({ topics }: Section): boolean {
	return (topics & topic.escalation) !== 0;
}

function levelOf(section: Section): readonly EscalationLevel[] {
	if (!section.heading) return [];
	const { title, role } = readHeading(section.heading.words);
	const match = levelHeading.exec(title);
	if (!match) return [];
	const { before, bracket } = splitBracket(match[2] ?? '');
	const fields = fieldsOf(section);
	return [
		{
			name: before ?? match[2] ?? '',
			role: role ?? bracket,
			respond: (fields.get('response') ?? '').split(/\s*[,;]\s*/).filter(Boolean),
			authority: fields.get('authority'),
			trigger: fields.get('trigger'),
			line: section.heading.line,
		},
	];
}

/** `- **Response Time**: …`, by the word that tells them apart. */
function fieldsOf(section: Section): ReadonlyMap<string, string> {
	const fields = new Map<string, string>();
	for (const { words } of section.items) {
		const { label, detail } = words.item;
		const key = /respon|authority|trigger/i.exec(label ?? '')?.[0].toLowerCase();
		if (key !== undefined && detail !== undefined) fields.set(key === 'respon' ? 'response' : key, detail);
	}
	return fields;
}

const columns: Readonly<Record<'name' | 'role' | 'respond' | 'trigger', RegExp>> = {
	name: /level|tier|role|who|contact|name|nível/i,
	role: /role|contact|who|name/i,
	respond: /respon|time|sla|within/i,
	trigger: /when|trigger|condition|criteria|scenario|escalate/i,
};

/** A table in the escalation part whose header says what its columns are. */
function tableLevels(section: Section, tables: SectionTables): readonly EscalationLevel[] {
	return tables.of(section).flatMap(({ header, rows }) => {
		const column = (name: keyof typeof columns): number =>
			header.findIndex((cell) => columns[name].test(cell));
		const [name, respond, trigger] = [column('name'), column('respond'), column('trigger')];
		const role = header.findIndex((cell, index) => index !== name && columns.role.test(cell));
		if (name < 0 || (respond < 0 && trigger < 0)) return [];
		return rows.map(({ cells, line }) => {
			const at = (index: number): string | undefined => plainText(cells[index] ?? '') || undefined;
			const response = at(respond);
			return {
				name: at(name) ?? '',
				role: at(role),
				respond: response === undefined ? [] : [response],
				authority: undefined,
				trigger: at(trigger),
				line,
			};
		});
	});
}

/** A longer chain is no ladder anybody climbs. */
const mostRungs = 20;

/**
 * `Monitor → Admin → Super Admin (5 min intervals)`, where the line speaks of escalation; also one step a line, as in
 * `1. **IC** → Lead` and `2. **Lead** → Sponsors`.
 */
function chainLevels(sections: readonly Section[]): readonly EscalationLevel[] {
	for (const section of sections) {
		for (const block of section.blocks) {
			if (block.kind === 'fence' || !/→|->/.test(block.words.source)) continue;
			if (!isAboutEscalation(section) && !escalationWord.test(block.words.source)) continue;
			const names = rungsOf(block.words);
			if (names.length < 2) continue;
			const rest = block.kind === 'item' ? goesOn(section.items, block, names.at(-1) ?? '') : [];
			return [...names.map((name) => named(name, block.line)), ...rest];
		}
	}
	return [];
}

/** The names of a chain; none when the line is none. A bold first name is the item's label, and an arrow follows. */
function rungsOf({ item: { text, detail } }: Words): readonly string[] {
	const chain = detail === undefined || arrowFirst.test(detail) ? text : detail;
	const names = chain.split(/\s*(?:→|->)\s*/, mostRungs + 1).map((name) => splitBracket(name).before ?? name);
	return names.length > mostRungs || names.includes('') ? [] : names;
}

const arrowFirst = /^(?:→|->)/;

/** The levels of the items after `from`, as long as each begins where the one before ended. */
function goesOn(items: readonly ListItem[], from: ListItem, last: string): readonly EscalationLevel[] {
	const levels: EscalationLevel[] = [];
	let end = last;
	for (const { words, line } of items.slice(items.indexOf(from) + 1)) {
		const [first, ...names] = rungsOf(words);
		if (names.length === 0 || first !== end) break;
		end = names.at(-1) ?? end;
		levels.push(...names.map((name) => named(name, line)));
	}
	return levels;
}

function named(name: string, line: number): EscalationLevel {
	return { name, role: undefined, respond: [], authority: undefined, trigger: undefined, line };
}

const exceptionHeading = /exception|override|always page|bypass/i;

function exceptionOf(section: Section): readonly EscalationException[] {
	if (!section.heading || !exceptionHeading.test(section.heading.words.source)) return [];
	const rules = section.items.map(({ words }) => words.text);
	const allLevels = rules.some((rule) => /\ball levels\b|\bsimultaneous/i.test(rule));
	const { title } = readHeading(section.heading.words);
	return [{ title, rules, allLevels, line: section.heading.line }];
}

const between = new RegExp(
	String.raw`${durationSource}\s+(?:between|per|at each|for each)\b|\bevery\s+${durationSource}|${durationSource}[\s-]+intervals?\b`,
	'iu',
);

/** In the escalation part first; else a line elsewhere that speaks of escalation. */
function findInterval(inside: readonly Section[], all: readonly Section[]): number | undefined {
	return intervalIn(inside, () => true) ?? intervalIn(all, (source) => escalationWord.test(source));
}

/** Spares most lines the search: an interval has one of these words. */
const maybeInterval = /between|per|each|every|interval/i;

function intervalIn(sections: readonly Section[], wanted: (source: string) => boolean): number | undefined {
	for (const { blocks } of sections) {
		for (const block of blocks) {
			if (block.kind === 'fence') continue;
			const { source } = block.words;
			if (!maybeInterval.test(source) || !wanted(source)) continue;
			const match = between.exec(source);
			const duration = match?.[1] ?? match?.[2] ?? match?.[3];
			if (duration !== undefined) return parseDuration(duration);
		}
	}
	return undefined;
}
