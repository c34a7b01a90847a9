import type { Block, Fence, ListItem } from './blocks';
import { plainText } from './inline';
import type { Channel, Contact } from './model';
import type { Section } from './outline';
import type { SectionTables } from './sectionTables';
import { topic } from './topics';

/** `#incident-response`, bold, in code or bare; not `#123`, not a heading, not an anchor. */
const channelName = /(?:^|[\s`*(])(#[a-z][\w-]{1,79})(?![\w-])/i;

/** Chat channels, each once, with what they are for: `- **#support**: Customer support`, `**Channel**: #incidents`. */
export function readChannels(sections: readonly Section[], tables: SectionTables): readonly Channel[] {
	const found = new Map<string, Channel>();
	for (const section of sections) {
		for (const block of section.blocks) {
			if (block.kind !== 'fence' && block.words.source.includes('#')) readChannel(block, found);
		}
		for (const { rows } of tables.of(section)) for (const row of rows) readChannelRow(row, found);
	}
	return [...found.values()];
}

/** The first place names it; a later one may still say what it is for. */
function readChannel(block: Exclude<Block, Fence>, found: Map<string, Channel>): void {
	const { source } = block.words;
	const name = channelName.exec(source)?.[1];
	if (name === undefined || /\]\(#|https?:/.test(source)) return;
	const purpose = block.kind === 'item' ? purposeOf(block, name) : undefined;
	const earlier = found.get(name);
	if (!earlier) found.set(name, { name, purpose, line: block.line });
	else if (purpose !== undefined && block.words.text.startsWith(name))
		found.set(name, { ...earlier, purpose });
}

/** `| #support | Customer support |`; a channel in a later cell is only where something else is said. */
function readChannelRow({ cells, line }: Row, found: Map<string, Channel>): void {
	const [first = '', second = ''] = cells;
	const name = first.includes('#') ? channelCell.exec(plainText(first))?.[1] : undefined;
	if (name === undefined) return;
	const purpose = plainText(second) || undefined;
	found.set(name, { name, purpose, line: found.get(name)?.line ?? line });
}

type Row = ReturnType<SectionTables['of']>[number]['rows'][number];

/** `#support` · `Slack #support` */
const channelCell = /^(?:(?:Slack|Teams|Discord|Mattermost):?\s)?(#[a-z][\w-]{1,79})$/i;

function purposeOf({ words }: ListItem, name: string): string | undefined {
	const { label, detail } = words.item;
	return label?.includes(name) === true ? detail : label;
}

const gap = /^[[<{].*[\]>}]$|^(?:TBD|TODO|XXX.*|-)$/i;

/** Names with how to reach them, in the parts of the document about contacts: lists, and tables by their header. */
export function readContacts(sections: readonly Section[], tables: SectionTables): readonly Contact[] {
	const contacts: Contact[] = [];
	for (const section of sections) {
		if ((section.topics & topic.contacts) === 0) continue;
		for (const { words, checked, line } of section.items) {
			const { label, detail } = words.item;
			if (checked !== undefined || label === undefined || detail === undefined) continue;
			contacts.push(toContact(label, detail, line));
		}
		for (const table of tables.of(section)) {
			for (const contact of tableContacts(table)) contacts.push(contact);
		}
	}
	return contacts;
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
