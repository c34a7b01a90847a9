import type { IncidentEvent, UnknownEvent } from '../core/incident/events';
import { foldIncident } from '../core/incident/fold';
import type { IncidentState } from '../core/incident/model';
import { inOrder } from '../core/incident/order';
import type { WorkspaceFiles } from '../core/ports';
import type { CheckFinding } from '../core/postmortem/check/finding';
import { checkFixes } from '../core/postmortem/check/fixes';
import { checkPostmortem } from '../core/postmortem/check/rules';
import { checkText } from '../core/postmortem/check/words';
import type { Fix } from '../core/lint/fixes';
import { appendixText } from '../core/postmortem/appendix';
import { effectiveEvents } from '../core/postmortem/effective';
import type { Facts } from '../core/postmortem/facts';
import { factsOf } from '../core/postmortem/factsOf';
import { fillTemplate, type FilledSlot, type FillResult, type OpenSlot } from '../core/postmortem/fill';
import { postmortemFolder } from '../core/postmortem/folder';
import { lineEndOf } from '../core/postmortem/lines';
import { postmortemFileName } from '../core/postmortem/name';
import { refreshPostmortem, type Refreshed } from '../core/postmortem/refresh';
import { sourcesOf } from '../core/postmortem/sources';
import { rankTemplatePaths } from '../core/postmortem/templateFinder';
import { decodeDocument, maxRunbookBytes } from '../core/runbook/decode';
import type { Cadence } from '../core/runbook/model';

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
	readonly facts: Facts;
}

export interface PostmortemRequest {
	readonly files: WorkspaceFiles;
	readonly state: IncidentState;
	/** The events behind the state. */
	readonly events: readonly (IncidentEvent | UnknownEvent)[];
	/** How often whom was to be told, by the runbook; empty when it cannot be read. */
	readonly cadences: readonly Cadence[];
	readonly now: number;
	/** Path of the template; without it the workspace is searched, then `builtIn` is read. */
	readonly template: string | undefined;
	/** Folder for the file; without it the one the team uses. */
	readonly folder: string | undefined;
	/** Whether the whole record goes below it. */
	readonly appendix: boolean;
	readonly builtIn: () => Promise<string>;
}

/** Fills the team's own template with what the record knows. Writes nothing. */
export async function preparePostmortem(request: PostmortemRequest): Promise<PreparedPostmortem> {
	const { files, state } = request;
	const paths = await files.markdownFiles();
	const { template, source } = await readTemplate(request, paths);
	const facts = factsAt(request);
	const { text, filled, open } = fill(source, request);
	const folder = request.folder ?? postmortemFolder(paths);
	const file = `${folder}/${postmortemFileName(facts)}`;
	const appendix = request.appendix ? appendixText(state, facts, lineEndOf(source)) : '';
	return { file, template, filled, open, facts, text: text + appendix };
}

/** How many of the last moments of the record a draft may have been made at. */
const maxMoments = 200;

/**
 * What a postmortem drafted earlier would be now: new answers where nobody has touched the old ones. What it had been
 * filled with is worked out anew from the record, as it was after each of its events. Writes nothing.
 * @param current the postmortem's text
 */
export async function prepareRefresh(request: PostmortemRequest, current: string): Promise<Refreshed> {
	const { source } = await readTemplate(request, await request.files.markdownFiles());
	const ordered = inOrder(request.events);
	const first = Math.max(1, ordered.length - maxMoments);
	const earlier = ordered.slice(first - 1).flatMap((event, index): FillResult[] => {
		const events = ordered.slice(0, first + index);
		const state = foldIncident(events);
		return state === undefined ? [] : [fill(source, { ...request, events, state, now: event.at })];
	});
	const fresh = fill(source, request);
	// A draft made since the last event has today's dates.
	return refreshPostmortem({ template: source, current, earlier: [...earlier, fresh], fresh });
}

/** What a review would ask, with its sentence. */
export interface Question {
	readonly finding: CheckFinding;
	readonly message: string;
	/** What settles it without knowing more than the document. @param now milliseconds since 1970 */
	readonly fixes: (now: number) => readonly Fix[];
}

/** What a review would ask about a postmortem, in the order of its lines. Total. */
export function questionsAbout(text: string): readonly Question[] {
	return checkPostmortem(text).map((finding) => ({
		finding,
		message: checkText(finding),
		fixes: (now) => checkFixes(finding, text, now),
	}));
}

type Known = Pick<PostmortemRequest, 'state' | 'events' | 'cadences' | 'now'>;

function fill(source: string, known: Known): FillResult {
	return fillTemplate(source, factsAt(known), sourcesOf(effectiveEvents(known.events, known.state)));
}

function factsAt({ state, events, cadences, now }: Known): Facts {
	return factsOf(state, { now, events, cadences });
}

async function readTemplate(
	request: Pick<PostmortemRequest, 'template' | 'files' | 'builtIn'>,
	paths: readonly string[],
): Promise<{ readonly template: string | undefined; readonly source: string }> {
	const template = request.template ?? rankTemplatePaths(paths)[0];
	if (template === undefined) return { template, source: await request.builtIn() };
	return { template, source: decodeDocument(await request.files.read(template, maxRunbookBytes), template) };
}
