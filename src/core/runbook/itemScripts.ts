import { classifyEffect } from '../scripts/effect';
import type { Heading, ListItem } from './blocks';
import { withoutEmoji } from './headingText';
import { itemCommands } from './itemCommands';
import type { RunbookContext, Script } from './model';
import { findScriptFile } from './scriptFile';

const none: readonly Script[] = [];

/**
 * The commands that an item names, as scripts. One alone has the item's label for a title; a label that promises to
 * look counts only for a command that follows it at once.
 */
export function itemScripts(
	{ words, line, endLine }: Pick<Heading | ListItem, 'words' | 'line' | 'endLine'>,
	{ id, section }: { readonly id: string; readonly section: string },
	context: RunbookContext,
): readonly Script[] {
	if (!words.source.includes('`')) return none;
	const commands = itemCommands(words.source);
	if (commands.length === 0) return none;
	const label = commands.length === 1 ? words.item.label : undefined;
	return commands.map(({ text, isLabelled }, index) => ({
		id: `${id}/${index + 1}`,
		title: label ?? text,
		section,
		language: 'bash',
		attributes: [],
		text: `${text}\n`,
		line,
		endLine,
		itemLine: line,
		...classifyEffect(isLabelled ? (label ?? '') : '', [text]),
		...findScriptFile([text], context),
	}));
}

/** A heading's words, for scripts below it; '' before the first. */
export function sectionTitle(heading: Heading | undefined): string {
	return heading ? withoutEmoji(heading.words.text) : '';
}
