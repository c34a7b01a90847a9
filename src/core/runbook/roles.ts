import type { Block, Paragraph } from './blocks';
import { splitName } from './headingText';
import { plainText } from './inline';
import type { Role } from './model';
import { listedRoles } from './listedRoles';
import type { Section } from './outline';
import type { SectionTables } from './sectionTables';

/** `**Who**: …` and `**Escalation**: …`, several to a paragraph, one a line. */
const boldField = /^\*\*(\w[\w ]*?):?\*\*\s*:?\s*(.*)$/;

/** Sections that say what a role answers for; where there are none, the part of the document about roles. */
export function readRoles(sections: readonly Section[], tables: SectionTables): readonly Role[] {
	const roles = sectionRoles(sections);
	return roles.length > 0 ? roles : listedRoles(sections, tables);
}

/** A section is a role when it says what the role answers for. */
function sectionRoles(sections: readonly Section[]): readonly Role[] {
	const roles: Role[] = [];
	for (const { heading, blocks, paragraphs } of sections) {
		if (!heading || !paragraphs.some(mentionsResponsibilities)) continue;
		const fields = readFields(paragraphs);
		const responsibilities = listUnder(blocks, 'responsibilities');
		if (!fields.has('responsibilities') || responsibilities.length === 0) continue;
		const { name, short } = splitName(heading.words.text);
		const [who, escalation] = [fields.get('who'), fields.get('escalation')];
		roles.push({ name, short, responsibilities, who, escalation, line: heading.line });
	}
	return roles;
}

function mentionsResponsibilities({ words }: Paragraph): boolean {
	return /responsibilities/i.test(words.source);
}

function readFields(paragraphs: readonly Paragraph[]): ReadonlyMap<string, string> {
	const fields = new Map<string, string>();
	for (const { words } of paragraphs) {
		for (const line of words.source.split('\n')) {
			const match = boldField.exec(line.trim());
			if (match?.[1] !== undefined) fields.set(match[1].toLowerCase(), plainText(match[2] ?? ''));
		}
	}
	return fields;
}

/** The plain items that follow the paragraph `**Label**:`. */
function listUnder(blocks: readonly Block[], label: string): readonly string[] {
	const start = blocks.findIndex((block) => block.kind === 'paragraph' && readFields([block]).has(label));
	if (start < 0) return [];
	const items: string[] = [];
	for (const block of blocks.slice(start + 1)) {
		if (block.kind !== 'item') break;
		items.push(block.words.text);
	}
	return items;
}
