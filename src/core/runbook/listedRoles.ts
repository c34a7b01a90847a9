import { readHeading, splitName } from './headingText';
import { plainText } from './inline';
import type { Role } from './model';
import type { Section } from './outline';
import type { SectionTables } from './sectionTables';
import type { Table } from './tables';

/** A part of a document that says who does what. */
const aboutRoles = /\b(?:roles?|responsibilities|roles y responsabilidades|pap[eé]is)\b/i;
/** What a role is called; `Primary` and `Backup` are people who have one. */
const roleName =
	/\b(?:IC|commander|coordinator|lead|leader|manager|scribe|liaison|officer|facilitator|responder|engineer|on-?call|SRE|deputy|commandant|comandante|coordenador|coordinador|admin|team|support|communications?|comms|comunicaciones)\b/i;

/** Roles as a table, as bold bullets, or as headings with bullets, below a heading about roles. */
export function listedRoles(sections: readonly Section[], tables: SectionTables): readonly Role[] {
	return sections.flatMap((section) => {
		if (isAbout(section)) return [...tables.of(section).flatMap(tableRoles), ...bulletRoles(section)];
		return section.parent && isAbout(section.parent) ? headingRole(section) : [];
	});
}

function isAbout({ heading }: Section): boolean {
	return heading !== undefined && aboutRoles.test(heading.words.text);
}

const columns = {
	duties: /respons|owns|dut(?:y|ies)|does|funci|tasks?|description/i,
	who: /\b(?:who|primary|person|current|assigned|assignee|contact|responsable)\b/i,
};

/** `| Role | Primary | Responsibilities |`; the first column names the role. */
function tableRoles({ header, rows }: Table): readonly Role[] {
	const who = header.findIndex((cell, index) => index > 0 && columns.who.test(cell));
	const duties = header.findIndex((cell, index) => index > 0 && index !== who && columns.duties.test(cell));
	if (duties < 0 || !/\b(?:roles?|rol|papel|función|function)\b/i.test(header[0] ?? '')) return [];
	return rows.flatMap(({ cells, line }) => {
		const { name, short } = splitName(plainText(cells[0] ?? ''));
		const responsibilities = dutiesIn(plainText(cells[duties] ?? ''));
		if (name === '' || responsibilities.length === 0) return [];
		return [{ name, short, responsibilities, who: personIn(cells[who]), escalation: undefined, line }];
	});
}

/** `- **Incident Commander (IC)**: decides and delegates` */
function bulletRoles({ items }: Section): readonly Role[] {
	return items.flatMap(({ words, depth, checked, line }) => {
		const { label, detail } = words.item;
		if (depth > 0 || checked !== undefined || detail === undefined || !roleName.test(label ?? '')) return [];
		const { name, short } = splitName(label ?? '');
		return [{ name, short, responsibilities: dutiesIn(detail), who: undefined, escalation: undefined, line }];
	});
}

/** `### Incident Commander (IC)` with what it does in bullets; `- **Primary**: …` among them says who. */
function headingRole({ heading, items }: Section): readonly Role[] {
	if (!heading || !isRoleTitle(readHeading(heading.words).title)) return [];
	const duties = items.filter(
		({ words, checked }) => checked === undefined && words.item.label === undefined,
	);
	if (duties.length === 0) return [];
	const primary = items.find(({ words }) => /^(?:who|primary)$/i.test(words.item.label ?? ''));
	const { name, short } = splitName(heading.words.text);
	const responsibilities = duties.map(({ words }) => words.text);
	const who = primary?.words.item.detail;
	return [{ name, short, responsibilities, who, escalation: undefined, line: heading.line }];
}

/** `Steps for the Scribe` is a list of things to do. */
function isRoleTitle(title: string): boolean {
	return roleName.test(title) && !/^(?:steps?|how|when|what|who)\b/i.test(title);
}

function dutiesIn(text: string): readonly string[] {
	return text.split(/\s*(?:;|<br\s*\/?>)\s*/).filter((duty) => duty !== '');
}

function personIn(cell: string | undefined): string | undefined {
	return cell === undefined ? undefined : plainText(cell) || undefined;
}
