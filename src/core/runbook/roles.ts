import type { Block, Paragraph } from './blocks';
import { splitBracket, withoutEmoji } from './headingText';
import { plainText } from './inline';
import type { Role } from './model';
import type { Section } from './outline';

/** `**Who**: …` and `**Escalation**: …`, several to a paragraph, one a line. */
const boldField = /^\*\*(\w[\w ]*?):?\*\*\s*:?\s*(.*)$/;

/** A section is a role when it says what the role answers for. */
export function readRoles(sections: readonly Section[]): readonly Role[] {
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

/** Grammar: `name ["(" short ")"]`, emoji dropped. */
function splitName(title: string): { readonly name: string; readonly short: string | undefined } {
	const text = withoutEmoji(title);
	const { before, bracket } = splitBracket(text);
	return { name: before ?? text, short: bracket };
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
