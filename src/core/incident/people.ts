import type { IncidentState } from './model';

/** Everybody the record knows, each once: who holds or was offered a role first, then who wrote something, last first. */
export function peopleIn({
	roles,
	offers,
	timeline,
}: Pick<IncidentState, 'roles' | 'offers' | 'timeline'>): readonly string[] {
	const offered = [...offers.values()].map(({ to }) => to);
	const wrote = [...timeline].reverse().map(({ by }) => by);
	return [...new Set([...roles.values(), ...offered, ...wrote])].filter((name) => name.trim() !== '');
}
