/** The private files that scripts run from. */
export interface ScriptFiles {
	/** Writes the exact text to a file of that name, and resolves with its path. */
	readonly write: (text: string, name: string) => Promise<string>;
	readonly remove: (file: string) => Promise<void>;
}
