import type { Block } from './blocks';
import { plainText } from './inline';
import { readItemText } from './item';
import type { Channel, Contact } from './model';
import type { Section } from './outline';
import type { SectionTables } from './sectionTables';

/** `#incident-response`, bold, in code or bare; not `#123`, not a heading, not an anchor. */
const channelName = /(?:^|[\s`*(])(#[a-z][\w-]{1,79})(?![\w-])/i;

/** Chat channels, each once, with what they are for: `- **#support**: Customer support`, `**Channel**: #incidents`. */
export function readChannels(sections: readonly Section[]): readonly Channel[] {
	const found = new Map<string, Channel>();
	for (const block of sections.flatMap((section) => section.blocks)) {
		if (block.kind === 'fence' || block.kind === 'heading' || !block.source.includes('#')) continue;
		const name = channelName.exec(block.source)?.[1];
		if (name === undefined || /\]\(#|https?:/.test(block.source)) continue;
		const purpose = purposeOf(block, name);
		const earlier = found.get(name);
		// The first place names it; a later one may still say what it is for.
		if (!earlier) found.set(name, { name, purpose, line: block.line });
		else if (block.kind === 'item' && purpose !== undefined && startsWith(block, name)) {
			found.set(name, { ...earlier, purpose });
		}
	}
	return [...found.values()];
}

function startsWith(block: Block & { readonly source: string }, name: string): boolean {
	return plainText(block.source).startsWith(name);
}

function purposeOf(block: Block & { readonly source: string }, name: string): string | undefined {
	if (block.kind !== 'item') return undefined;
	const { label, detail } = readItemText(block.source);
	return label?.includes(name) === true ? detail : label;
}

const contactHeading = /contacts?\b|contatos?\b|phone|on-?call (?:rotation|schedule|list)/i;
const gap = /^[[<{].*[\]>}]$|^(?:TBD|TODO|XXX.*|-)$/i;

/** Names with how to reach them, in the parts of the document about contacts: lists, and tables by their header. */
export function readContacts(sections: readonly Section[], tables: SectionTables): readonly Contact[] {
	return sections.flatMap((section) => {
		if (!section.headings.some((source) => contactHeading.test(source))) return [];
		return [...section.blocks.flatMap(contactOf), ...tables.of(section).flatMap(tableContacts)];
	});
}

function contactOf(block: Block): readonly Contact[] {
	if (block.kind !== 'item' || block.checked !== undefined) return [];
	const { label, detail } = readItemText(block.source);
	return label === undefined || detail === undefined ? [] : [toContact(label, detail, block.line)];
}

function tableContacts({ header, rows }: ReturnType<SectionTables['of']>[number]): readonly Contact[] {
	const value = header.findIndex(
		(cell, index) => index > 0 && /contact|phone|e-?mail|slack|pager|reach|number/i.test(cell),
	);
	if (value < 0) return [];
	return rows.map(({ cells, line }) =>
		toContact(plainText(cells[0] ?? ''), plainText(cells[value] ?? ''), line),
	);
}

function toContact(name: string, value: string, line: number): Contact {
	return { name, value, placeholder: value === '' || gap.test(value), line };
}
