/**
 * The simple commands of a shell text: cut at `|`, `;`, `&`, `&&`, `||`, newlines, and inside `$( )`, backticks,
 * `( )` and `{ }`; quotes are respected, but what `$( )` holds inside double quotes runs too and is a segment of its own.
 * `undefined` when the text cannot be cut for sure (an open quote, a heredoc), and then nothing is known about it.
 */
export function segmentsOf(text: string): readonly string[] | undefined {
	if (/<<-?\s*['"\\]?\w/.test(text)) return undefined;
	const segments: string[] = [''];
	const open: string[] = [];
	const put = (piece: string): void => void (segments[segments.length - 1] += piece);
	const joined = text.replace(/\\\n/g, ' ');
	for (let index = 0; index < joined.length; index++) {
		const char = joined.charAt(index);
		const quote = open.at(-1);
		if (quote === "'") {
			if (char === "'") open.pop();
			put(char);
		} else if (char === '\\') {
			put(char + joined.charAt(++index));
		} else if (char === "'" && quote !== '"') {
			// `$'…'` has escapes of its own: not for sure.
			if (joined.charAt(index - 1) === '$') return undefined;
			open.push(char);
			put(char);
		} else if (char === '"') {
			if (quote === '"') open.pop();
			else open.push(char);
			put(char);
		} else if (joined.startsWith('$(', index) && !joined.startsWith('$((', index)) {
			open.push(')');
			segments.push('');
			index++;
		} else if (char === '`' || (char === ')' && quote === ')')) {
			if (char === ')') open.pop();
			segments.push('');
		} else if (quote !== '"' && char === '#' && /^\s?$/.test(joined.charAt(index - 1))) {
			index = lineEnd(joined, index) - 1;
		} else if (quote !== '"' && /[|;\n(){}]/.test(char)) {
			segments.push('');
		} else if (quote !== '"' && char === '&' && !isRedirection(joined, index)) {
			segments.push('');
		} else put(char);
	}
	if (open.length > 0) return undefined;
	return segments.map((segment) => segment.trim()).filter((segment) => segment !== '');
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}

/** `2>&1`, `&>file`, `>&2`. */
function isRedirection(text: string, index: number): boolean {
	return text.charAt(index - 1) === '>' || text.charAt(index - 1) === '<' || text.charAt(index + 1) === '>';
}
