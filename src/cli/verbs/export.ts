import { loadRunbook } from '../../app/runbooks';
import type { IncidentEvent, UnknownEvent } from '../../core/incident/events';
import type { IncidentState } from '../../core/incident/model';
import { inOrder } from '../../core/incident/order';
import { stateJson } from '../../core/incident/stateJson';
import { printableJson } from '../../core/printable';
import type { Runbook } from '../../core/runbook/model';
import { agendaOf } from '../../core/schedule/agenda';
import { stateDocument } from '../../core/stateDocument/document';
import { foreignItems } from '../../core/stateDocument/foreignItems';
import { isUserError } from '../../core/userError';
import { describedIncident, type CliContext, type Verb } from '../verb';

/** `export [--incident ID] [--markdown]`: JSON unless Markdown is asked for. */
export const exportVerb: Verb = {
	summary: 'Print the whole record and its state as JSON, or as Markdown.',
	words: [],
	options: { incident: 'value', markdown: 'flag' },
	async run(args, context) {
		const { incidents, state } = await describedIncident(args, context);
		if (args.flag('markdown')) {
			const markdown = await markdownOf(state, incidents.open, context);
			context.print({ incident: state.id, markdown }, markdown.trimEnd().split('\n'));
			return 0;
		}
		const events = inOrder(incidents.events(state.id)).map(asRecorded);
		const whole = { incident: state.id, events, state: stateJson(state) };
		context.print(whole, [printableJson(whole)]);
		return 0;
	},
};

/** An event of a type this version does not know is given out under its own name. */
function asRecorded(event: IncidentEvent | UnknownEvent): unknown {
	if (event.type !== 'unknown') return event;
	const { originalType, ...rest } = event;
	return { ...rest, type: originalType };
}

async function markdownOf(
	state: IncidentState,
	open: readonly IncidentState[],
	context: CliContext,
): Promise<string> {
	const runbook = await ownRunbook(state, context);
	const now = context.clock.now();
	return stateDocument(state, {
		now,
		roles: runbook?.roles ?? [],
		levels: runbook?.escalation.levels ?? [],
		contacts: runbook?.contacts ?? [],
		agenda: agendaOf(state, runbook, now),
		others: open.filter(({ id }) => id !== state.id),
		foreign: foreignItems(state.runbook, runbook, state.severity),
	});
}

/** Only a file of this folder: a path in a record may point anywhere. Without it there is less to say. */
async function ownRunbook({ runbook }: IncidentState, context: CliContext): Promise<Runbook | undefined> {
	if (!runbook || !(await context.files.markdownFiles()).includes(runbook.path)) return undefined;
	try {
		return (await loadRunbook(context.reader, runbook.path)).runbook;
	} catch (error) {
		if (!isUserError(error)) throw error;
		context.warn(error.message);
		return undefined;
	}
}
