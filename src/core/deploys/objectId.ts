/** A full object id, SHA-1 or SHA-256. Only these reach a git command line: a name could be an option or a file. */
export function isObjectId(text: string): boolean {
	return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
}
