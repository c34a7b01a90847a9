import type { Role } from '../../runbook/model';
import type { IncidentState, RoleOffer } from '../model';
import { toRow, toSection, type IncidentFacts, type IncidentRow, type RowRule } from './row';

/** A role of the runbook, or one that was only given in this incident. */
export interface RoleStanding {
	readonly name: string;
	readonly short: string | undefined;
	readonly holder: string | undefined;
	readonly offer: RoleOffer | undefined;
	readonly role: Role | undefined;
}

/** The runbook's roles in its order, then those that only the record names. */
export function roleStandings(state: IncidentState, roles: readonly Role[]): readonly RoleStanding[] {
	const named = new Set([...state.roles.keys(), ...state.offers.keys()]);
	const known = roles.map((role): RoleStanding => {
		const keys = [...named].filter((key) => isNameOf(role, key));
		for (const key of keys) named.delete(key);
		return { name: role.name, short: role.short, role, ...firstOf(state, keys) };
	});
	return [
		...known,
		...[...named].map((name) => ({ name, short: undefined, role: undefined, ...firstOf(state, [name]) })),
	];
}

/** Whether people mean this role by a name: `IC` is the Incident Commander's. */
function isNameOf({ name, short }: Role, key: string): boolean {
	const wanted = key.trim().toLowerCase();
	return [name, short].some((known) => known?.trim().toLowerCase() === wanted);
}

function firstOf(state: IncidentState, keys: readonly string[]): Pick<RoleStanding, 'holder' | 'offer'> {
	const first = <T>(from: ReadonlyMap<string, T>): T | undefined =>
		keys.map((key) => from.get(key)).find((value) => value !== undefined);
	return { holder: first(state.roles), offer: first(state.offers) };
}

export const roleRows: RowRule = (state, facts) => {
	const standings = roleStandings(state, facts.roles);
	const vacant = standings.filter(({ holder }) => holder === undefined).length;
	return toSection(
		'roles',
		{
			label: 'Roles',
			icon: 'roles',
			description: vacant === 0 ? 'all filled' : `${vacant} of ${standings.length} not filled`,
			expanded: true,
		},
		standings.map((standing) => roleRow(standing, facts)),
	);
};

function roleRow({ name, short, holder, offer, role }: RoleStanding, { time }: IncidentFacts): IncidentRow {
	const offered = offer && `offered to ${offer.to} at ${time(offer.at)}, not accepted yet`;
	const kind = offer ? 'offeredRole' : holder === undefined ? 'vacantRole' : 'heldRole';
	const icons = { offeredRole: 'offered', vacantRole: 'vacant', heldRole: 'held' } as const;
	return toRow({
		id: `role:${name}`,
		kind,
		subject: name,
		icon: icons[kind],
		line: role?.line,
		// The short name first: a narrow side bar cuts the end off, and the person is what is looked for.
		label: `${short ?? name}: ${holder ?? 'nobody yet'}`,
		description: [offered, short === undefined ? undefined : name].filter(Boolean).join(' · '),
		details: [
			short === undefined ? undefined : name,
			offered,
			role?.who && `Who: ${role.who}`,
			...(role?.responsibilities ?? []).map((duty) => `• ${duty}`),
		],
		spoken: [name, holder ?? 'nobody yet', offered].filter(Boolean).join(', '),
	});
}
