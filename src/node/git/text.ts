/**
 * What git prints, as text. Names and messages need not be UTF-8: a byte that is not is written `\xff`, so that two
 * names which differ stay two names, and a person can see what is there.
 */
export function decodeText(bytes: Uint8Array): string {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = buffer.toString();
	return text.includes('\ufffd') ? decodeOdd(buffer) : text;
}

// Well-formed UTF-8 (Unicode 15, table 3-7) in a string of bytes.
const wellFormed =
	/[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([^])/g; // eslint-disable-line no-control-regex

function decodeOdd(buffer: Buffer): string {
	return buffer
		.toString('latin1')
		.replace(wellFormed, (run: string, odd: string | undefined) =>
			odd === undefined ? Buffer.from(run, 'latin1').toString() : `\\x${odd.charCodeAt(0).toString(16)}`,
		);
}
