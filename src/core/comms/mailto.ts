/** The longest address that every system hands to its mail program; Windows cuts at 2083 characters. */
const maxLength = 2000;

export interface Mail {
	readonly address: string;
	/** Whether the text is in it; one that is too long has to be pasted. */
	readonly holdsText: boolean;
}

/** RFC 6068: an address that opens a new mail to nobody yet, with subject and text; lines end in CR LF. */
export function mailto({ subject, text }: { readonly subject: string; readonly text: string }): Mail {
	const start = `mailto:?subject=${encoded(subject)}`;
	const address = `${start}&body=${encoded(text.replace(/\r?\n/g, '\r\n'))}`;
	return address.length <= maxLength ? { address, holdsText: true } : { address: start, holdsText: false };
}

/** Half a surrogate pair cannot be written down. */
function encoded(text: string): string {
	return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));
}
