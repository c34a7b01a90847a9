import { peopleIn } from '../../core/incident/people';
import type { IncidentState } from '../../core/incident/model';
import { oneLine } from '../../core/printable';
import { pickableRoles, type RoleNames } from '../../core/runbook/filter';
import { plain } from '../plain';
import { pickRow, typeText } from './ask';
import type { IncidentTools } from './incidentTools';

/** The roles there are: the runbook's, and those somebody holds already. */
export function rolesOf(
	{ source }: Pick<IncidentTools, 'source'>,
	state: IncidentState,
): readonly RoleNames[] {
	const named = source.loaded ? pickableRoles(source.loaded.runbook) : [];
	const known = new Set(named.flatMap(({ name, short }) => [name, short]));
	const held = [...state.roles.keys()].filter((role) => !known.has(role));
	return [...named, ...held.map((name) => ({ name, short: undefined }))];
}

/** Which role; with who holds it. Another than those listed can be typed. */
export async function askRole(
	tools: Pick<IncidentTools, 'source'>,
	state: IncidentState,
	title: string,
): Promise<string | undefined> {
	const rows = rolesOf(tools, state).map(({ name }) => ({
		label: plain(name),
		description: plain(state.roles.get(name) ?? 'nobody'),
		role: name,
	}));
	const chosen = await pickRow(title, 'Which role?', [
		...rows,
		{ label: '$(add) Another Role…', role: undefined },
	]);
	if (!chosen) return undefined;
	return chosen.role ?? (await askName(title, 'What is the role called?'));
}

/** Who; the people of the record first, then a name to type. */
export async function askPerson(
	{ session }: Pick<IncidentTools, 'session'>,
	state: IncidentState,
	title: string,
): Promise<string | undefined> {
	const { me } = session;
	const others = peopleIn(state).filter((name) => name !== me);
	const chosen = await pickRow(title, 'Who?', [
		{ label: plain(me), description: 'you', person: me },
		...others.map((name) => ({ label: plain(name), description: '', person: name })),
		{ label: '$(add) Somebody Else…', description: '', person: undefined },
	]);
	if (!chosen) return undefined;
	return chosen.person ?? (await askName(title, 'Name of the person'));
}

async function askName(title: string, prompt: string): Promise<string | undefined> {
	const typed = await typeText({ title, prompt });
	return typed === undefined || oneLine(typed) === '' ? undefined : oneLine(typed);
}
