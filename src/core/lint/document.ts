import type { Block } from '../runbook/blocks';
import type { Anchors } from './anchors';
import type { Runbook } from '../runbook/model';
import type { Section } from '../runbook/outline';
import type { SeverityScheme } from '../runbook/severityWords';
import type { Spot } from './finding';

/** A document with all that rules look at. */
export interface LintDocument {
	/** From the root of the files around it, with `/`. */
	readonly path: string;
	/** As written, without line ends and byte order mark. */
	readonly lines: readonly string[];
	/** The same lines with code, comments and front matter blanked. */
	readonly prose: readonly string[];
	/** Lines of front matter at the top, 0 when there is none. */
	readonly frontLines: number;
	readonly blocks: readonly Block[];
	readonly sections: readonly Section[];
	readonly runbook: Runbook;
	readonly scheme: SeverityScheme;
}

/** What rules are told about the world around the document. */
export interface LintWorld {
	/** Wall time in milliseconds. */
	readonly now: number;
	/** `undefined` when nobody looked, and then nothing is said about files. */
	readonly files: FileFacts | undefined;
}

/** What was found of the files a document names, by name as written. */
export interface FileFacts {
	readonly links: ReadonlyMap<string, LinkFact>;
	/** Whether a script is in the repository; `undefined` when the search was cut short. */
	readonly scripts: ReadonlyMap<string, boolean | undefined>;
}

export interface LinkFact {
	readonly exists: boolean;
	/** A target that does exist and was probably meant. */
	readonly near: string | undefined;
	/** The places of the Markdown document that a target with an anchor leads to, where somebody has read it. */
	readonly anchors?: Anchors | undefined;
}

/** Where `needle` stands in a line, else the line's text. */
export function spotOf(document: LintDocument, line: number, needle: string, detail?: string): Spot {
	const text = document.lines[line - 1] ?? '';
	const at = needle === '' ? -1 : text.indexOf(needle);
	const [from, to] = at >= 0 ? [at, at + needle.length] : [text.search(/\S|$/), text.trimEnd().length];
	return { line, column: from + 1, endColumn: Math.max(from, to) + 1, subject: needle, detail };
}
