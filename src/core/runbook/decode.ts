import { UserError } from '../userError';

/** 8 MB: ten times the largest real runbook we know of. */
export const maxRunbookBytes = 8 * 1024 * 1024;

/** Bytes of a Markdown file as text, or one sentence about why not. `name` is for that sentence. */
export function decodeDocument(bytes: Uint8Array, name: string): string {
	if (bytes.length > maxRunbookBytes) throw new UserError(tooLarge(name, bytes.length));
	const head = bytes.subarray(0, 8192);
	if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
		throw new UserError(`${name} is saved as UTF-16; save it as UTF-8 to use it.`);
	}
	if (head.includes(0))
		throw new UserError(`${name} is a binary file, not a Markdown document; choose another one.`);
	// Damaged bytes show as U+FFFD and the rest stays readable. The byte order mark is kept: offsets must stay true.
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function tooLarge(name: string, bytes: number): string {
	const megabytes = (bytes / 1024 / 1024).toFixed(1);
	return `${name} is ${megabytes} MB, and documents up to 8 MB are read; choose a smaller file or split it.`;
}
