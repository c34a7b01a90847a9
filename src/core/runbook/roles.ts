import type { Block } from './blocks';
import { withoutEmoji } from './headingText';
import { plainText } from './inline';
import type { Role } from './model';
import type { Section } from './outline';

/** `**Who**: …` and `**Escalation**: …`, several to a paragraph, one a line. */
const boldField = /^\*\*(\w[\w ]*?):?\*\*\s*:?\s*(.*)$/;

/** A section is a role when it says what the role answers for. */
export function readRoles(sections: readonly Section[]): readonly Role[] {
	return sections.flatMap((section) => {
		if (!section.heading || !section.blocks.some(mentionsResponsibilities)) return [];
		const fields = readFields(section.blocks);
		const responsibilities = listUnder(section.blocks, 'responsibilities');
		if (!fields.has('responsibilities') || responsibilities.length === 0) return [];
		return [
			{
				...splitName(section.heading.source),
				responsibilities,
				who: fields.get('who'),
				escalation: fields.get('escalation'),
				line: section.heading.line,
			},
		];
	});
}

function mentionsResponsibilities(block: Block): boolean {
	return block.kind === 'paragraph' && /responsibilities/i.test(block.source);
}

/** Grammar: `name ["(" short ")"]`, emoji dropped. */
function splitName(source: string): { readonly name: string; readonly short: string | undefined } {
	const text = withoutEmoji(plainText(source));
	const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(text);
	return match?.[1] ? { name: match[1], short: match[2] } : { name: text, short: undefined };
}

function readFields(blocks: readonly Block[]): ReadonlyMap<string, string> {
	const fields = new Map<string, string>();
	for (const block of blocks) {
		if (block.kind !== 'paragraph') continue;
		for (const line of block.source.split('\n')) {
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
		items.push(plainText(block.source));
	}
	return items;
}
