import { readBlocks, type ListItem } from './blocks';
import { cutFrontMatter } from './metadata';

/**
 * Checks or clears the task whose bullet stands on `line` (1-based; `\n`, `\r\n` and `\r` end lines). Exactly one
 * character of the text changes, or none when the box already says so. `undefined` when no task begins on that line.
 */
export function toggleTask(text: string, line: number, checked: boolean): string | undefined {
	const task = readBlocks(cutFrontMatter(text).body).find(
		(block) => block.kind === 'item' && isTask(block, line),
	);
	if (task?.kind !== 'item' || task.box === undefined) return undefined;
	const box = findBox(text, task.box);
	if (box === undefined) return undefined;
	return task.checked === checked ? text : text.slice(0, box) + (checked ? 'x' : ' ') + text.slice(box + 1);
}

function isTask(item: ListItem, line: number): boolean {
	return item.line === line && item.checked !== undefined;
}

/**
 * Offset of the character between the brackets: only quote marks, bullets and white space stand before them. A box
 * broken over two lines is white space to GFM, but writing into it would join the lines.
 */
function findBox(text: string, line: number): number | undefined {
	const open = text.indexOf('[', lineStart(text, line));
	return open >= 0 && /^\[[ \txX]\]$/.test(text.slice(open, open + 3)) ? open + 1 : undefined;
}

function lineStart(text: string, line: number): number {
	const ends = /\r\n?|\n/g;
	for (let passed = 1; passed < line; passed++) ends.exec(text);
	return ends.lastIndex;
}
