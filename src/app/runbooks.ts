import type { Sha256, WorkspaceFiles } from '../core/ports';
import { decodeDocument, maxRunbookBytes } from '../core/runbook/decode';
import { rankRunbookPaths } from '../core/runbook/discover';
import { linkedDocument } from '../core/runbook/links';
import type { Runbook } from '../core/runbook/model';
import { isUserError, UserError } from '../core/userError';

/** A runbook with where it came from; `text` is exactly what was parsed. */
export interface LoadedRunbook {
	readonly path: string;
	readonly sha256: string;
	readonly text: string;
	readonly runbook: Runbook;
}

export interface RunbookReader {
	readonly files: WorkspaceFiles;
	readonly sha256: Sha256;
	/** Loaded on first use: it brings the Markdown parser. */
	readonly loadParser: () => Promise<(text: string, path: string) => Runbook>;
}

/** Likeliest first; a configured path comes before all others, whatever its name. */
export async function findRunbooks(files: WorkspaceFiles, configured: string): Promise<readonly string[]> {
	const found = rankRunbookPaths(await files.markdownFiles());
	return configured === '' ? found : [configured, ...found.filter((path) => path !== configured)];
}

/** Rejects with a `UserError` when the file cannot be used: unreadable, too large, binary, empty. */
export async function loadRunbook(reader: RunbookReader, path: string): Promise<LoadedRunbook> {
	const text = await readDocument(reader, path);
	return parseLoaded(reader, path, text);
}

/**
 * The same for a text at hand, such as an editor's unsaved content. `known` are the severities read from the linked
 * file earlier: while somebody types, that file is not read at every key.
 */
export async function parseLoaded(
	reader: RunbookReader,
	path: string,
	text: string,
	known?: Runbook['severities'],
): Promise<LoadedRunbook> {
	const parse = await reader.loadParser();
	const runbook = parse(text, path);
	if (runbook.problems.some((problem) => problem.code === 'empty-document')) {
		throw new UserError(`${path} is empty; write the runbook into it or choose another file.`);
	}
	const own = runbook.severities.length > 0 ? runbook.severities : known;
	const severities = own ?? (await linkedSeverities(reader, path, runbook));
	return { path, sha256: reader.sha256(text), text, runbook: { ...runbook, severities } };
}

async function readDocument(reader: RunbookReader, path: string): Promise<string> {
	return decodeDocument(await reader.files.read(path, maxRunbookBytes), path);
}

/** Many runbooks leave the definitions to a file of their own and link it: `Use [INCIDENT_SEVERITY.md](…)`. */
async function linkedSeverities(
	reader: RunbookReader,
	path: string,
	runbook: Runbook,
): Promise<Runbook['severities']> {
	const target = runbook.links.find((link) => /sever|priorit/i.test(link.target))?.target;
	const linked = target === undefined ? undefined : linkedDocument(path, target);
	if (linked === undefined) return [];
	try {
		return (await reader.loadParser())(await readDocument(reader, linked), linked).severities;
	} catch (error) {
		// A missing or unreadable file is a finding of lint, not a reason to have no runbook.
		if (isUserError(error)) return [];
		throw error;
	}
}
