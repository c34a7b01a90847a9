/** One file of a rollback that conflicts, as git would leave it in the work tree. */
export interface MarkedFile {
	readonly path: string;
	/** Id of the blob it would change; `undefined` when there is none. */
	readonly before: string | undefined;
	readonly isConflict: boolean;
	/** With git's conflict markers; '' when the file would be gone. */
	readonly text: string;
}

const largest = 1_000_000;

/** The bytes of a file as a document to read; a sentence for what is none. */
export function toMarkedText(bytes: Uint8Array | undefined): string {
	if (bytes === undefined) return '(Its content is not on this machine.)\n';
	if (bytes.length > largest || bytes.includes(0)) {
		return '(A binary file, or one larger than 1 MB: not shown here.)\n';
	}
	return new TextDecoder().decode(bytes);
}
