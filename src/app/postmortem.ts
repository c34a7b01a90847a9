import type { CommitLink } from '../core/deploys/webLink';
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
import { aboutIncident } from '../core/postmortem/aboutIncident';
import { appendixHeading, appendixText } from '../core/postmortem/appendix';
import { effectiveEvents } from '../core/postmortem/effective';
import { noFacts, type Facts } from '../core/postmortem/facts';
import { factsOf } from '../core/postmortem/factsOf';
import { fillTemplate, type FilledSlot, type FillResult, type OpenSlot } from '../core/postmortem/fill';
import { postmortemFolder } from '../core/postmortem/folder';
import { mostAlike } from '../core/postmortem/likeness';
import { lineEndOf } from '../core/postmortem/lines';
import { postmortemFileName } from '../core/postmortem/name';
import { refreshPostmortem, type Refreshed } from '../core/postmortem/refresh';
import { sourcesOf } from '../core/postmortem/sources';
import { svgTimeline } from '../core/postmortem/svg';
import { rankTemplatePaths } from '../core/postmortem/templateFinder';
import { linesOf, matchLines } from '../core/lineDiff';
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
	/** Where commits are seen in a browser; without it they are told by id and title. */
	readonly commitLink: CommitLink | undefined;
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
	return { file, template, filled, open: movedTo(text, source, open), facts, text: text + appendix };
}

/** Open places at their lines of the postmortem: answers above them made it longer than the template. */
function movedTo(text: string, source: string, open: readonly OpenSlot[]): readonly OpenSlot[] {
	const matches = matchLines(linesOf(source), linesOf(text));
	return open.map((slot) => ({ ...slot, line: (matches[slot.line - 1] ?? slot.line - 1) + 1 }));
}

interface Recorded {
	readonly state: IncidentState;
	readonly events: readonly (IncidentEvent | UnknownEvent)[];
}

/** The incident a postmortem is about, by its id in the text, else by the name of the file; `undefined`: unsure. */
export function incidentAbout(
	text: string,
	path: string,
	records: readonly Recorded[],
): IncidentState | undefined {
	const incidents = records.map(({ state, events }) => ({
		id: state.id,
		fileName: postmortemFileName(factsOf(state, { now: 0, events, cadences: [], commitLink: undefined })),
		state,
	}));
	return aboutIncident(text, path.slice(path.lastIndexOf('/') + 1), incidents)?.state;
}

/** How many of the last moments of the record a draft may have been made at. */
const maxMoments = 200;

/**
 * What a postmortem drafted earlier would be now: new answers where nobody has touched the old ones. What it had been
 * filled with is worked out anew from the record, as it was after each of its events. Writes nothing.
 * @param current the postmortem's text
 */
export async function prepareRefresh(request: PostmortemRequest, current: string): Promise<Refreshed> {
	const source = await templateOf(request, current);
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

/** Everything the record tells, for the end of a postmortem with this text. */
export function recordAppendix(request: PostmortemRequest, current: string): string {
	const lineEnd = lineEndOf(current);
	const gap = current === '' || /\n$/.test(current) ? '' : lineEnd;
	return gap + appendixText(request.state, factsAt(request), lineEnd);
}

export function hasAppendix(current: string): boolean {
	return current.split(/\r?\n/).includes(appendixHeading);
}

/** The timeline as a stand-alone SVG image. */
export function timelinePicture(request: PostmortemRequest): string {
	return svgTimeline(request.state.title, factsAt(request).timeline ?? []);
}

/** Where a postmortem stands: what still waits, and what the record filled in and nobody has changed since. */
export interface PostmortemPlaces {
	/** Lines are 1-based and of the postmortem as it is. */
	readonly open: readonly OpenSlot[];
	readonly filled: readonly Pick<FilledSlot, 'key' | 'label' | 'line' | 'events'>[];
}

/** @param current the postmortem's text */
export async function findPlaces(request: PostmortemRequest, current: string): Promise<PostmortemPlaces> {
	const source = await templateOf(request, current);
	const { text, filled } = fill(source, request);
	const places = matchLines(linesOf(text), linesOf(current));
	return {
		open: fillTemplate(current, noFacts).open,
		filled: filled.flatMap(({ key, label, events, places: [place] }) => {
			const line = place && places[linesOf(text.slice(0, place.target.start + 1)).length - 1];
			return line === undefined ? [] : [{ key, label, events, line: line + 1 }];
		}),
	};
}

/** So many templates of the team are looked at, the likeliest first. */
const maxTemplates = 5;

/** The template a postmortem was made from: one that came later does not take its place. */
async function templateOf(request: PostmortemRequest, current: string): Promise<string> {
	const own = await request.files.markdownFiles();
	if (request.template !== undefined) return (await readTemplate(request, own)).source;
	const likely = rankTemplatePaths(own).slice(0, maxTemplates);
	const sources = await Promise.all(likely.map((path) => readText(request.files, path)));
	const all = [...sources, await request.builtIn()];
	return all[mostAlike(current, all) ?? 0] ?? '';
}

type Known = Pick<PostmortemRequest, 'state' | 'events' | 'cadences' | 'now' | 'commitLink'>;
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

function fill(source: string, known: Known): FillResult {
	return fillTemplate(source, factsAt(known), sourcesOf(effectiveEvents(known.events, known.state)));
}

function factsAt({ state, ...context }: Known): Facts {
	return factsOf(state, context);
}

async function readTemplate(
	request: Pick<PostmortemRequest, 'template' | 'files' | 'builtIn'>,
	paths: readonly string[],
): Promise<{ readonly template: string | undefined; readonly source: string }> {
	const template = request.template ?? rankTemplatePaths(paths)[0];
	if (template === undefined) return { template, source: await request.builtIn() };
	return { template, source: await readText(request.files, template) };
}

async function readText(files: WorkspaceFiles, path: string): Promise<string> {
	return decodeDocument(await files.read(path, maxRunbookBytes), path);
}
