import type { IncidentState } from '../incident/model';
import type { Role, Runbook } from '../runbook/model';
import { minuteMs, type Clock } from './dueItem';
import { isCommander, isNamed } from './roleNames';

/** An offer is urgent: until it is accepted each of the two may think the other one has the role. */
const offerMin = 5;

/** What no runbook needs to say: without roles of its own an incident has this one. */
const commander = { name: 'Incident Commander', short: 'IC', line: undefined };

/** Nobody leads, from the declaration on; and offers that nobody has accepted. */
export function roleClocks(state: IncidentState, roles: Runbook['roles']): readonly Clock[] {
	return [...commanderClock(state, roles), ...offerClocks(state, roles)];
}

function commanderClock(state: IncidentState, roles: readonly Role[]): readonly Clock[] {
	const role = roles.length === 0 ? commander : roles.find(isCommander);
	const from = state.milestones.get('declaredAt');
	if (!role || from === undefined || isTaken(role, state)) return [];
	return [
		{
			id: 'role:commander',
			kind: 'commander',
			title: `Assigning the ${role.name}`,
			from,
			dueAt: from,
			everyMin: undefined,
			because: 'nobody has the role',
			line: role.line,
			who: undefined,
			condition: undefined,
			action: { kind: 'assignRole', role: role.name },
		},
	];
}

/** Somebody has it, or it is offered, which has a clock of its own. */
function isTaken(role: Pick<Role, 'name' | 'short'>, state: IncidentState): boolean {
	const names = [...state.roles.keys(), ...state.offers.keys()];
	return names.some((name) => isNamed(role, name) || isCommander({ name, short: undefined }));
}

function offerClocks({ offers }: IncidentState, roles: readonly Role[]): readonly Clock[] {
	return [...offers].map(([role, { id, to, at }]) => ({
		id: `offer:${id}`,
		kind: 'offer',
		title: `Answer from ${to} to the offer of ${role}`,
		from: at,
		dueAt: at + offerMin * minuteMs,
		everyMin: undefined,
		because: 'not accepted yet',
		line: roles.find((known) => isNamed(known, role))?.line,
		who: to,
		condition: undefined,
		action: { kind: 'assignRole', role },
	}));
}
