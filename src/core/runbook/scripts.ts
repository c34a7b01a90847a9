import { classifyEffect } from '../scripts/effect';
import { splitShellBlock, type ScriptPart } from '../scripts/split';
import type { Fence, ListItem } from './blocks';
import { IdMint } from './itemId';
import { sectionTitle } from './itemScripts';
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
	for (const { heading, fences, items } of sections) {
		for (const fence of fences) {
			const place = { section: sectionTitle(heading), itemLine: itemAround(fence, items)?.line };
			for (const script of scriptsOf(fence, place, ids, context)) scripts.push(script);
		}
	}
	return scripts;
}

/** The list item that a block stands in. */
function itemAround({ depth, line }: Fence, items: readonly ListItem[]): ListItem | undefined {
	if (depth === 0) return undefined;
	return items.findLast((item) => item.line <= line && item.depth === depth - 1);
}

function scriptsOf(
	fence: Fence,
	place: Pick<Script, 'section' | 'itemLine'>,
	ids: IdMint,
	context: RunbookContext,
): readonly Script[] {
	return partsOf(fence).map((part) => {
		const title = part.comment ?? (place.section || `Line ${fence.line}`);
		const text = `${part.lines.join('\n')}\n`;
		const line = fence.line + 1 + part.from;
		return {
			id: ids.mint(title, text),
			title,
			...place,
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
