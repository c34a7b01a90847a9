import type MarkdownIt from 'markdown-it';

// Rules of GitHub Flavored Markdown that markdown-it reads otherwise.

type State = InstanceType<InstanceType<typeof MarkdownIt>['inline']['State']>;

const tilde = 0x7e;
const colon = 0x3a;

/** GFM strikes out between single tildes too; markdown-it pairs them once they are delimiters. */
export function readSingleTilde(state: State, silent: boolean): boolean {
	const { src, pos } = state;
	if (silent || src.charCodeAt(pos) !== tilde || src.charCodeAt(pos - 1) === tilde) return false;
	const { length, can_open: open, can_close: close } = state.scanDelims(pos, true);
	if (length !== 1) return false;
	state.push('text', '', 0).content = '~';
	state.delimiters.push({ marker: tilde, length: 0, token: state.tokens.length - 1, end: -1, open, close });
	state.pos++;
	return true;
}

const protocol = /(?:^|[^a-z])https?$/i;
const address = /:\/\/(?![!-/:-@[-`{-~\s])(?:(?!\][([])[^\s<])+/y;

/** The marks in an address are part of it: `https://host/_cat/_nodes`. White space or `<` ends it. */
export function readBareAddress(state: State, silent: boolean): boolean {
	const { src, pos, posMax } = state;
	if (src.charCodeAt(pos) !== colon || !protocol.test(src.slice(Math.max(0, pos - 6), pos))) return false;
	address.lastIndex = pos;
	const found = address.exec(src)?.[0].slice(0, posMax - pos);
	if (found === undefined) return false;
	const length = trimEnd(found);
	if (!silent) state.pending += found.slice(0, length);
	state.pos += length;
	return true;
}

/** Length without the marks that end a sentence. */
function trimEnd(found: string): number {
	let length = found.length;
	while (length > 0 && '!"\'),.:;?_~*]'.includes(found.charAt(length - 1))) length--;
	return length;
}
