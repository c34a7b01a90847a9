import type { Token } from 'markdown-it';
import { LeanState, type Definitions } from './leanState';
import { normalizeLabel, type References } from './references';

/** The part of a markdown-it token that says what a block is, where, and what it holds. */
export type BlockToken = Pick<Token, 'type' | 'tag' | 'level' | 'content' | 'info' | 'map'>;

/** A document as its block rules see it. */
export interface TokenizedDocument {
	/** In document order. */
	readonly tokens: readonly BlockToken[];
	readonly references: References;
}

/** Total; a byte order mark is not part of the first line. */
export function readTokens(text: string): TokenizedDocument {
	const state = new LeanState(normalize(text));
	state.tokenize();
	return { tokens: state.read, references: referencesOf(state.definitions, state.read) };
}

/** CommonMark 2.1 and 2.3; most documents hold neither. Cut and joined: replacing takes five times as long. */
function normalize(text: string): string {
	const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
	const lines = body.includes('\r') ? body.split(/\r\n?/).join('\n') : body;
	return lines.includes('\0') ? lines.split('\0').join('\uFFFD') : lines;
}

const footnote = /^\[(\^[^\]\s]+)\]:/;

function referencesOf(defined: Readonly<Definitions>, tokens: readonly BlockToken[]): References {
	const found = new Map(Object.entries(defined).map(([label, { href }]) => [label, href]));
	for (const token of tokens) {
		if (token.type !== 'inline' || !token.content.startsWith('[^')) continue;
		const label = footnote.exec(token.content)?.[1];
		if (label !== undefined) found.set(normalizeLabel(label), '');
	}
	for (const label of found.keys()) if (label.startsWith('^')) found.set(label, '');
	return found;
}
