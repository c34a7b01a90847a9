import type { Block } from '../runbook/blocks';

/**
 * The lines of a document as a reader sees prose: fences, front matter and comments are empty, inline code is blanked
 * by as many spaces, so that columns stay true. `body` has its front matter cut already.
 */
export function proseLines(body: string, blocks: readonly Block[]): readonly string[] {
	const lines = body.split(/\r?\n/);
	for (const block of blocks) {
		if (block.kind === 'fence') lines.fill('', block.line - 1, block.endLine);
	}
	return blankComments(lines.join('\n')).split('\n').map(blankCode);
}

function blankComments(text: string): string {
	return text.includes('<!--') ? text.replace(/<!--[\s\S]*?(?:-->|$)/g, blank) : text;
}

/** Backtick strings pair with the next one of the same length (CommonMark 6.1). */
function blankCode(line: string): string {
	if (!line.includes('`')) return line;
	const ticks = [...line.matchAll(/`+/g)];
	const parts: string[] = [];
	let from = 0;
	for (let index = 0; index < ticks.length; index++) {
		const open = ticks[index];
		const close = findSameLength(ticks, index);
		const end = close === undefined ? undefined : ticks[close];
		if (!open || !end || close === undefined) continue;
		const after = end.index + end[0].length;
		parts.push(line.slice(from, open.index), ' '.repeat(after - open.index));
		from = after;
		index = close;
	}
	return parts.join('') + line.slice(from);
}

function findSameLength(ticks: readonly RegExpExecArray[], index: number): number | undefined {
	const length = ticks[index]?.[0].length;
	for (let later = index + 1; later < ticks.length; later++) {
		if (ticks[later]?.[0].length === length) return later;
	}
	return undefined;
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}
