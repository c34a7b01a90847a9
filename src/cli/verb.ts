import type { Incidents } from '../app/incidents';
import type { LintRequest, LintResult } from '../app/lint';
import type { RunbookReader } from '../app/runbooks';
import { chooseIncident } from '../core/incident/choose';
import type { IncidentState } from '../core/incident/model';
import type { Clock, FileTree, WorkspaceFiles } from '../core/ports';
import type { Arguments, Usage } from './args';

/** What a verb works with. `print` writes one result: lines for people, or one JSON document. */
export interface CliContext {
	readonly folder: string;
	readonly clock: Clock;
	readonly files: WorkspaceFiles;
	readonly reader: RunbookReader;
	openIncidents(): Promise<Incidents>;
	/** Of the folder's git remote, as git has it; `undefined` without one. */
	remoteAddress(): Promise<string | undefined>;
	/** The Markdown files that paths name, folders searched. */
	lintTargets(paths: readonly string[]): Promise<readonly LintTarget[]>;
	/** What is wrong with a document; `undefined` when it is not a runbook. Loaded on first use. */
	lint(request: LintRequest): Promise<LintResult | undefined>;
	/** One sentence beside the result, for people. */
	warn(message: string): void;
	print(json: unknown, lines: readonly string[]): void;
}

/** A Markdown file to look at. */
export interface LintTarget {
	/** As it is shown: relative to the folder of the call, with `/`; absolute when it is not below it. */
	readonly file: string;
	/** From the tree's root. */
	readonly path: string;
	/** The repository around it, else the folder of the call, else its own. */
	readonly tree: FileTree;
	/** Whether the call named the file itself, so that one that cannot be read is an error. */
	readonly named: boolean;
}

/** One verb of the command line: its usage as data, and what it does. Resolves to the exit code. */
export interface Verb extends Usage {
	readonly summary: string;
	run(args: Arguments, context: CliContext): Promise<0 | 1>;
}

/** The incident that `--incident` names, or the only open one, with the record it lives in. */
export async function openIncident(
	args: Arguments,
	context: CliContext,
): Promise<{ readonly incidents: Incidents; readonly state: IncidentState }> {
	const incidents = await context.openIncidents();
	return { incidents, state: chooseIncident(incidents.all, incidents.open, args.value('incident')) };
}

/** The same to be written about, which is mostly done once all is resolved: with nothing open, the last one is meant. */
export async function describedIncident(
	args: Arguments,
	context: CliContext,
): Promise<{ readonly incidents: Incidents; readonly state: IncidentState }> {
	const incidents = await context.openIncidents();
	const [latest] = incidents.all;
	const nothingOpen = incidents.open.length === 0 && args.value('incident') === undefined;
	if (nothingOpen && latest) return { incidents, state: latest };
	return { incidents, state: chooseIncident(incidents.all, incidents.open, args.value('incident')) };
}
