import { classifyEffect } from '../scripts/effect';
import { splitShellBlock, type ScriptPart } from '../scripts/split';
import type { Fence } from './blocks';
import { withoutEmoji } from './headingText';
import { IdMint } from './itemId';
import type { RunbookContext, Script } from './model';
import type { Section } from './outline';
import { findScriptFile } from './scriptFile';

/** Info-string words of blocks that can run. Unlabelled fences are messages, logs and drawings: never run. */
const shells = new Set(['sh', 'bash', 'shell', 'zsh', 'ksh', 'dash']);
const programs = new Set([
	'python',
	'python3',
	'py',
	'node',
	'javascript',
	'js',
	'ruby',
	'rb',
	'perl',
	'fish',
]);
const powershells = new Set(['powershell', 'pwsh', 'ps1']);

/** Every runnable block of the document as scripts, in document order. */
export function readScripts(sections: readonly Section[], context: RunbookContext): readonly Script[] {
	const ids = new IdMint();
	const scripts: Script[] = [];
	for (const { heading, fences } of sections) {
		for (const fence of fences) {
			const title = withoutEmoji(heading?.words.text ?? '') || `Line ${fence.line}`;
			for (const script of scriptsOf(fence, title, ids, context)) scripts.push(script);
		}
	}
	return scripts;
}

function scriptsOf(fence: Fence, heading: string, ids: IdMint, context: RunbookContext): readonly Script[] {
	return partsOf(fence).map((part) => {
		const title = part.comment ?? heading;
		const text = `${part.lines.join('\n')}\n`;
		const line = fence.line + 1 + part.from;
		return {
			id: ids.mint(title, text),
			title,
			language: fence.language,
			attributes: fence.attributes,
			text,
			line,
			endLine: line + part.lines.length - 1,
			...classifyEffect(title, part.commands),
			...findScriptFile(part.commands, context),
		};
	});
}

/** A script file can do anything, whatever the comment above it says. */
const namesFile = /(?:^|[\s;&|])(?:\.{1,2}\/\S|\S+\.(?:sh|bash|py|js|mjs|ts|rb|pl|ps1)\b)/;

/**
 * A block that only checks stays whole, as one health check; a block that can change something, or runs a script
 * file, is split, so that nothing runs because it stands next to something else.
 */
function partsOf(fence: Fence): readonly ScriptPart[] {
	if (programs.has(fence.language) || powershells.has(fence.language)) return wholeBlock(fence);
	if (!shells.has(fence.language)) return [];
	const parts = splitShellBlock(fence.text);
	if (parts.length < 2) return parts;
	const checksOnly = parts.every(
		({ comment, commands }) =>
			!namesFile.test(commands.join('\n')) && classifyEffect(comment ?? '', commands).effect === 'check',
	);
	const [first] = parts;
	if (!first || !checksOnly) return parts;
	const lines = fence.text.replace(/\s+$/, '').split('\n').slice(first.from);
	return [{ ...first, lines, commands: parts.flatMap((part) => part.commands) }];
}

function wholeBlock(fence: Fence): readonly ScriptPart[] {
	const lines = fence.text.replace(/\n$/, '').split('\n');
	if (fence.text.trim() === '') return [];
	return [{ comment: undefined, from: 0, lines, commands: lines }];
}
