import type { Incidents } from '../app/incidents';
import type { RunbookReader } from '../app/runbooks';
import { chooseIncident } from '../core/incident/choose';
import type { IncidentState } from '../core/incident/model';
import type { Clock, WorkspaceFiles } from '../core/ports';
import type { Arguments, Usage } from './args';

/** What a verb works with. `print` writes one result: lines for people, or one JSON document. */
export interface CliContext {
	readonly folder: string;
	readonly clock: Clock;
	readonly files: WorkspaceFiles;
	readonly reader: RunbookReader;
	openIncidents(): Promise<Incidents>;
	print(json: unknown, lines: readonly string[]): void;
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
