import { findRunbooks, loadRunbook, type LoadedRunbook } from '../../app/runbooks';
import { buildReport, proposeRunbook } from '../../app/insights';
import { diffLines } from '../../core/lineDiff';
import { reportMarkdown } from '../../core/insights/markdown';
import { incidentsCsv } from '../../core/insights/reportCsv';
import type { IncidentRecord } from '../../core/insights/report';
import { UserError } from '../../core/userError';
import type { Arguments } from '../args';
import type { CliContext, Verb } from '../verb';

/** `report [--runbook FILE] [--csv]`: Markdown, CSV, or JSON with `--json`. */
export const report: Verb = {
	summary: 'What all incidents together say: times, severities, updates, runbook coverage.',
	words: [],
	options: { runbook: 'value', csv: 'flag' },
	async run(args, context) {
		const records = await allRecords(context);
		const built = buildReport(records, await chosenRunbook(args, context), context.clock.now());
		const text = args.flag('csv') ? incidentsCsv(records) : reportMarkdown(built);
		context.print(built, text.trimEnd().split(/\r?\n/));
		return 0;
	},
};

/** `propose [--runbook FILE] [--force]`: shows what incidents ask the runbook to change; writes it with `--force`. */
export const propose: Verb = {
	summary: 'Changes of the runbook that skipped and added items ask for, as a difference.',
	words: [],
	options: { runbook: 'value', force: 'flag' },
	async run(args, context) {
		const runbook = await chosenRunbook(args, context);
		if (!runbook) throw new UserError('No runbook was found; name one with --runbook.');
		const { text, proposals } = proposeRunbook(await allRecords(context), runbook, context.clock.now());
		const diff = diffLines(runbook.text, text);
		const written =
			args.flag('force') && diff.length > 0 && (await context.files.create(runbook.path, text, true));
		const nothing = proposals.length === 0 ? [`Nothing to change in ${runbook.path}.`] : [];
		context.print({ file: runbook.path, proposals, diff, written }, [...diff, ...nothing]);
		return proposals.length > 0 && !written ? 1 : 0;
	},
};

async function allRecords(context: CliContext): Promise<readonly IncidentRecord[]> {
	const incidents = await context.openIncidents();
	return incidents.all.map((state) => ({ state, events: incidents.events(state.id) }));
}

async function chosenRunbook(args: Arguments, { reader }: CliContext): Promise<LoadedRunbook | undefined> {
	const path = args.value('runbook') ?? (await findRunbooks(reader.files, ''))[0];
	return path === undefined ? undefined : loadRunbook(reader, path);
}
