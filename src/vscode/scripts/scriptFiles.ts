/** The private files that scripts run from. */
export interface ScriptFiles {
	/** Where the file of that name will be. */
	readonly path: (name: string) => string;
	/** Writes the exact text to the file of that name, and resolves with its path. */
	readonly write: (text: string, name: string) => Promise<string>;
	readonly remove: (file: string) => Promise<void>;
}
