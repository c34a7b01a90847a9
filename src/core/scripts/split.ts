import { partsDepend } from './dependence';
import { classifyShellLines, type ShellLine } from './shellLines';

/** A run of lines of a block that belongs together; `from` is the 0-based first line, `lines` their exact text. */
export interface ScriptPart {
	/** The words of the comment above the commands; `undefined` when there is none. */
	readonly comment: string | undefined;
	readonly from: number;
	readonly lines: readonly string[];
	/** The commands alone, comments and blank lines left out. */
	readonly commands: readonly string[];
}

/**
 * Cuts a shell block at the comments between its commands, so that unrelated commands are never run by standing next
 * to each other. Parts that only hold comments are dropped: a walk through a web page is no script. The block stays
 * whole when a part needs what an earlier one did to the shell.
 */
export function splitShellBlock(text: string): readonly ScriptPart[] {
	const lines = text.replace(/\n$/, '').split('\n');
	const kinds = classifyShellLines(text);
	const parts = cutAtComments(kinds)
		.map(({ from, to }) => makePart(lines, kinds, from, to))
		.filter((part) => part.commands.length > 0);
	if (!partsDepend(parts.map((part) => part.commands))) return parts;
	return [makePart(lines, kinds, 0, lines.length)];
}

const letter = /\p{L}/u;

/** A new part begins at the first comment line after a command. Ranges are half-open. */
function cutAtComments(
	kinds: readonly ShellLine[],
): readonly { readonly from: number; readonly to: number }[] {
	const starts = [0];
	let hasCommand = false;
	kinds.forEach((kind, index) => {
		if (kind === 'comment' && hasCommand) {
			starts.push(index);
			hasCommand = false;
		}
		hasCommand ||= kind === 'command';
	});
	return starts.map((from, index) => ({ from, to: starts[index + 1] ?? kinds.length }));
}

function makePart(
	lines: readonly string[],
	kinds: readonly ShellLine[],
	from: number,
	to: number,
): ScriptPart {
	let [start, end] = [from, to];
	while (start < end && kinds[start] === 'blank') start++;
	while (end > start && kinds[end - 1] === 'blank') end--;
	const comments: string[] = [];
	for (let index = start; index < end && kinds[index] !== 'command'; index++) {
		if (kinds[index] === 'comment') comments.push((lines[index] ?? '').replace(/^\s*#+!?\s*/, '').trim());
	}
	return {
		comment: comments.find((comment) => letter.test(comment) && !comment.startsWith('/')),
		from: start,
		lines: lines.slice(start, end),
		commands: joinCommands(lines, kinds, start, end),
	};
}

/** One string a command, its further lines joined to it by newlines. */
function joinCommands(
	lines: readonly string[],
	kinds: readonly ShellLine[],
	from: number,
	to: number,
): readonly string[] {
	const commands: string[] = [];
	for (let index = from; index < to; index++) {
		const line = lines[index] ?? '';
		if (kinds[index] === 'command') commands.push(line);
		else if (kinds[index] === 'inside') commands.push(`${commands.pop() ?? ''}\n${line}`);
	}
	return commands;
}
