import type { Fence } from '../runbook/blocks';
import { classifyShellLines } from '../scripts/shellLines';
import type { LintDocument } from './document';

const shells = new Set(['sh', 'bash', 'shell', 'zsh', 'ksh', 'dash']);

/** A command of a shell fence: its first line as written, and the whole of it. */
export interface ShellCommand {
	readonly line: number;
	readonly text: string;
}

export interface ShellFence {
	readonly fence: Fence;
	readonly commands: readonly ShellCommand[];
}

export function shellFences(document: LintDocument): readonly ShellFence[] {
	return document.blocks.flatMap((block) =>
		block.kind === 'fence' && shells.has(block.language)
			? [{ fence: block, commands: shellCommands(block.text, block.line + 1) }]
			: [],
	);
}

/** The commands of a shell text, further lines joined by newlines. `firstLine` is the document's line of its first. */
export function shellCommands(text: string, firstLine: number): readonly ShellCommand[] {
	const lines = text.replace(/\n$/, '').split('\n');
	const commands: ShellCommand[] = [];
	classifyShellLines(text).forEach((kind, index) => {
		const line = lines[index] ?? '';
		if (kind === 'command') commands.push({ line: firstLine + index, text: line });
		const open = kind === 'inside' ? commands.pop() : undefined;
		if (open) commands.push({ line: open.line, text: `${open.text}\n${line}` });
	});
	return commands;
}
