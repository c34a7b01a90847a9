import type { IncidentState } from '../../core/incident/model';
import { isOpen } from '../../core/incident/status';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { incidentIn, textIn } from './argument';
import { confirmed, pickRow } from './ask';
import type { IncidentTools } from './incidentTools';
import { askPerson, askRole, rolesOf } from './roleChoice';
import { say } from './say';

const refusal = 'no role can be recorded in it';

export function assignRoleHandler(tools: IncidentTools): Handler {
	return async (argument) => {
		requireTrust(refusal);
		const { state, record } = tools.session.requireOpen('its roles stay');
		const role = textIn(argument, 'role') ?? (await askRole(tools, state, 'Assign Role'));
		if (role === undefined) return;
		const person = await askPerson(tools, state, `Assign Role: ${role}`);
		if (person === undefined) return;
		await record('roleAssigned', { role, person });
		say(`${role}: ${person}`);
	};
}

/** Makes the person the holder of a role. Somebody who holds it is not pushed aside without a question. */
export function takeRoleHandler(tools: IncidentTools): Handler {
	return async (argument) => {
		requireTrust(refusal);
		const { state, record } = tools.session.requireOpen('its roles stay');
		const { me } = tools.session;
		const role = textIn(argument, 'role') ?? (await askRole(tools, state, 'Take Role'));
		if (role === undefined || !(await mayTake(state, role, me))) return;
		await record('roleAssigned', { role, person: me });
		say(`You are ${role}`);
	};
}

async function mayTake({ roles }: IncidentState, role: string, me: string): Promise<boolean> {
	const holder = roles.get(role);
	if (holder === undefined) return true;
	if (holder === me) throw new UserError(`You are ${role} already.`);
	const detail = 'Tell them, so that two people do not act as one. With a brief: “Incident: Hand Off Role…”.';
	return confirmed(`${holder} is ${role}. Take over from them?`, detail, 'Take Over');
}

const responder = '$(person) Just Helping';

/** Turns the window to an incident and says who has come: with a role, or as a note. */
export function joinHandler(tools: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('nobody can be recorded in it');
		const { session } = tools;
		const incident = incidentIn(argument, session.all) ?? (await whichIncident(session.open));
		if (incident === undefined) return;
		session.choose(incident);
		const { state, record } = session.requireCurrent();
		const rows = rolesOf(tools, state).map(({ name }) => ({
			label: plain(name),
			description: plain(state.roles.get(name) ?? 'nobody yet'),
			role: name,
		}));
		const vacant = rows.filter(({ role }) => !state.roles.has(role));
		const taken = rows.filter(({ role }) => state.roles.has(role));
		const helping = { label: responder, description: 'without a role', role: undefined };
		const chosen = await pickRow(`Join: ${state.title}`, 'As what?', [helping, ...vacant, ...taken]);
		if (!chosen) return;
		const { me } = session;
		const { role } = chosen;
		if (role === undefined) await record('noteAdded', { text: `${me} joined`, happenedAt: undefined });
		else if (await mayTake(state, role, me)) await record('roleAssigned', { role, person: me });
		else return;
		say(`You have joined “${state.title}”`);
	};
}

async function whichIncident(open: readonly IncidentState[]): Promise<string | undefined> {
	const [only] = open.filter(isOpen);
	if (!only) throw new UserError('No incident is open. Declare one with “Incident: Declare Incident…”.');
	if (open.length === 1) return only.id;
	const rows = open.map(({ id, title, severity }) => ({
		label: plain(title),
		description: `${severity} · ${id}`,
		id,
	}));
	return (await pickRow('Join Incident', 'Which incident?', rows))?.id;
}
