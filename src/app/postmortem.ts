import type { IncidentState } from '../core/incident/model';
import type { WorkspaceFiles } from '../core/ports';
import { factsOf } from '../core/postmortem/factsOf';
import { fillTemplate, type FilledSlot, type OpenSlot } from '../core/postmortem/fill';
import { postmortemFileName } from '../core/postmortem/name';
import { rankTemplatePaths } from '../core/postmortem/templateFinder';
import { decodeDocument, maxRunbookBytes } from '../core/runbook/decode';

/** A postmortem that was written: where, from which template, and which of its places were filled or are open. */
export interface DraftedPostmortem {
	readonly file: string;
	/** `undefined` for the built-in template. */
	readonly template: string | undefined;
	readonly filled: readonly FilledSlot[];
	readonly open: readonly OpenSlot[];
}

/** A postmortem ready to be written to `file`. */
export interface PreparedPostmortem extends DraftedPostmortem {
	readonly text: string;
}

export interface PostmortemRequest {
	readonly files: WorkspaceFiles;
	readonly state: IncidentState;
	readonly now: number;
	/** Path of the template; without it the workspace is searched, then `builtIn` is read. */
	readonly template: string | undefined;
	readonly builtIn: () => Promise<string>;
}

/** Fills the team's own template with what the record knows. Writes nothing. */
export async function preparePostmortem(request: PostmortemRequest): Promise<PreparedPostmortem> {
	const { files, state, now } = request;
	const paths = await files.markdownFiles();
	const template = request.template ?? rankTemplatePaths(paths)[0];
	const source =
		template === undefined
			? await request.builtIn()
			: decodeDocument(await files.read(template, maxRunbookBytes), template);
	const facts = factsOf(state, { now });
	const { text, filled, open } = fillTemplate(source, facts);
	return { file: `${postmortemFolder(paths)}/${postmortemFileName(facts)}`, template, filled, open, text };
}

/** The folder the team keeps its postmortems in already, else `postmortems`. */
function postmortemFolder(paths: readonly string[]): string {
	for (const path of paths) {
		const folders = path.split('/').slice(0, -1);
		const depth = folders.findIndex((folder) => /^(post-?mortems?|incident-reports?)$/i.test(folder));
		if (depth >= 0) return folders.slice(0, depth + 1).join('/');
	}
	return 'postmortems';
}
