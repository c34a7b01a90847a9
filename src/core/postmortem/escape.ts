/**
 * Plain text as one line of Markdown that shows exactly this text: no emphasis, code, link, HTML, table cell or
 * block can begin or end in it. Safe at the start of a line, in the middle of one, in a heading and in a cell.
 */
export function escapeInline(text: string): string {
	return escapeStart(escapeSpecial(oneLine(text)).replace(/ (#+)$/u, ' \\$1'));
}

/** As `escapeInline`, but a web address stays one: in the timeline it shows where it leads. */
export function escapeKeepingAddresses(text: string): string {
	return escapeInline(text).replace(/\b(https?)\\:\/\//giu, '$1://');
}

/** As a double-quoted YAML value, always on one line. */
export function yamlQuoted(text: string): string {
	return `"${oneLine(text).replace(/["\\]/gu, '\\$&')}"`;
}

/** Line ends, tabs and control characters become one space; what would turn the writing direction goes away. */
export function oneLine(text: string): string {
	return (
		text
			.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
			// eslint-disable-next-line no-control-regex -- control characters are what it is about
			.replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, ' ')
			.trim()
	);
}

/** `:` before `//` and `.` after `www` keep GitHub from making a link of an address. */
function escapeSpecial(text: string): string {
	return text
		.replace(/[\\`*[\]<>|~]/gu, '\\$&')
		.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
		.replace(/&(?=#|[a-z])/giu, '\\&')
		.replace(/\{(?=[{%#])|(?<=\{)\{/gu, '\\{')
		.replace(/:(?=\/\/)/gu, '\\:')
		.replace(/\b(www)\./giu, '$1\\.');
}

/** What begins a heading, a list or an underline at the start of a line. */
function escapeStart(text: string): string {
	return text
		.replace(/^(?:#|[-+](?= |$)|[-=](?=[-= ]*$))/u, '\\$&')
		.replace(/^(\d{1,9})([.)])(?= |$)/u, '$1\\$2');
}
