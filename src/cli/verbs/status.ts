import type { IncidentState } from '../../core/incident/model';
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
	const { id, title, severity, status: current, runbook } = state;
	const milestones = Object.fromEntries([...state.milestones].map(([name, at]) => [name, iso(at)]));
	const items = (runbook?.items ?? []).map((item) => {
		const touched = state.items.get(item.id);
		return { ...item, done: touched?.done ?? false, at: touched && iso(touched.at), by: touched?.by };
	});
	const roles = Object.fromEntries(state.roles);
	return { incident: id, title, severity, status: current, milestones, roles, runbook: runbook?.path, items };
}

function toLines(state: IncidentState, now: number): readonly string[] {
	const declaredAt = state.milestones.get('declaredAt') ?? now;
	const end = state.milestones.get('resolvedAt') ?? now;
	const items = state.runbook?.items ?? [];
	const isDone = (id: string): boolean => state.items.get(id)?.done ?? false;
	const done = items.filter((item) => isDone(item.id)).length;
	return [
		`${state.id}  ${state.severity}  ${state.status}  ${formatElapsed(end - declaredAt)}`,
		state.title,
		...[...state.roles].map(([role, person]) => `${role}: ${person}`),
		`${done} of ${items.length} items done`,
		...items.map((item) => `  [${isDone(item.id) ? 'x' : ' '}] ${item.text}  ${item.id}`),
	];
}

function iso(instant: number): string {
	return new Date(instant).toISOString();
}
