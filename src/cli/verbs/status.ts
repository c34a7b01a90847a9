import { checklistItems } from '../../core/incident/checklistItems';
import type { Conflict, IncidentKind, IncidentState, ItemState, MintedItem } from '../../core/incident/model';
import { formatElapsed } from '../../core/schedule/elapsed';
import { openIncident, type Verb } from '../verb';

/** `status`: what is true now, with the checklist. */
export const status: Verb = {
	summary: 'Print the state of the incident and its checklist.',
	words: [],
	options: { incident: 'value' },
	async run(args, context) {
		const { state } = await openIncident(args, context);
		context.print(toJson(state), toLines(state, context.clock.now()));
		return 0;
	},
};

function toJson(state: IncidentState): unknown {
	const { id, title, kind, severity, status: current, runbook } = state;
	const milestones = Object.fromEntries([...state.milestones].map(([name, at]) => [name, iso(at)]));
	const items = checklistItems(state).map(({ id: item, text, path }) =>
		itemJson({ id: item, text, path }, state),
	);
	const roles = Object.fromEntries(state.roles);
	return {
		incident: id,
		title,
		kind,
		severity,
		status: current,
		milestones,
		roles,
		runbook: runbook?.path,
		items,
	};
}

function itemJson(item: MintedItem, state: IncidentState): unknown {
	const touched = state.items.get(item.id);
	const conflict = state.conflicts.get(`item:${item.id}`);
	return {
		...item,
		state: touched?.state ?? 'open',
		done: touched?.done ?? false,
		why: touched?.why,
		at: touched && iso(touched.at),
		by: touched?.by,
		conflict: conflict && { other: conflict.other, by: conflict.by, at: iso(conflict.at) },
	};
}

function toLines(state: IncidentState, now: number): readonly string[] {
	const declaredAt = state.milestones.get('declaredAt') ?? now;
	const end = state.milestones.get('resolvedAt') ?? now;
	const items = checklistItems(state);
	const done = items.filter(({ id }) => state.items.get(id)?.done).length;
	return [
		`${state.id}  ${state.severity}  ${state.status}  ${formatElapsed(end - declaredAt)}${kindWords[state.kind]}`,
		state.title,
		...[...state.roles].map(([role, person]) => `${role}: ${person}`),
		`${done} of ${items.length} items done`,
		...items.map(({ id, text }) => `  ${boxes[state.items.get(id)?.state ?? 'open']} ${text}  ${id}`),
		...[...state.conflicts].map(([key, conflict]) => conflictLine(key, conflict)),
	];
}

const kindWords: Readonly<Record<IncidentKind, string>> = {
	real: '',
	drill: '  DRILL',
	backfilled: '  backfilled',
};

/** `[-]` is skipped, `[~]` begun. */
const boxes: Readonly<Record<ItemState['state'], string>> = {
	open: '[ ]',
	started: '[~]',
	done: '[x]',
	skipped: '[-]',
};

function conflictLine(key: string, { kept, other, by, at }: Conflict): string {
	return `! ${key}: ${kept}, but ${by} says ${other} (${iso(at)})`;
}

function iso(instant: number): string {
	return new Date(instant).toISOString();
}
