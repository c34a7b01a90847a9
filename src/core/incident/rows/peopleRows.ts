import { severityText } from '../severity';
import { audiences, type IncidentState, type Instant } from '../model';
import { count, toRow, toSection, type RowRule } from './row';

/** Whom the last update went to, and when: what the next person to be asked is going to be asked. */
export const updateRows: RowRule = ({ updates }, { time }) =>
	toSection(
		'updates',
		{ label: 'Updates sent', icon: 'message', description: '', expanded: false },
		audiences.flatMap((audience) => {
			const update = updates.get(audience);
			if (!update) return [];
			return toRow({
				id: `update:${audience}`,
				kind: 'update',
				subject: audience,
				icon: 'message',
				label: `Last ${audience} update ${time(update.at)}`,
				description: `${update.by} · ${update.text}`,
				details: [`${update.by}, ${time(update.at)}`, ...update.text.split('\n')],
			});
		}),
	);

/** Everybody who did something or was given something to do. */
export interface Person {
	readonly name: string;
	readonly roles: readonly string[];
	readonly entries: number;
	readonly lastAt: Instant | undefined;
}

/** Who did something last comes first; who holds a role without having done anything yet comes last. */
export function peopleOf({ roles, timeline }: IncidentState): readonly Person[] {
	const people = new Map<string, Person>();
	const nobody = (name: string): Person => ({ name, roles: [], entries: 0, lastAt: undefined });
	for (const { by, at, writtenAt } of timeline) {
		const known = people.get(by) ?? nobody(by);
		const lastAt = Math.max(known.lastAt ?? Number.NEGATIVE_INFINITY, writtenAt ?? at);
		people.set(by, { ...known, entries: known.entries + 1, lastAt });
	}
	for (const [role, name] of roles) {
		const known = people.get(name) ?? nobody(name);
		people.set(name, { ...known, roles: [...known.roles, role] });
	}
	return [...people.values()].sort((left, right) => (right.lastAt ?? 0) - (left.lastAt ?? 0));
}

export const peopleRows: RowRule = (state, { time }) => {
	const people = peopleOf(state);
	return toSection(
		'people',
		{ label: 'People', icon: 'people', description: String(people.length), expanded: false },
		people.map(({ name, roles, entries, lastAt }) =>
			toRow({
				id: `person:${name}`,
				kind: 'person',
				subject: name,
				icon: 'held',
				label: name,
				description: [
					roles.join(', '),
					lastAt === undefined ? 'nothing recorded yet' : `last ${time(lastAt)}`,
					entries > 0 ? count(entries, 'timeline line') : '',
				]
					.filter(Boolean)
					.join(' · '),
			}),
		),
	);
};

export const linkRows: RowRule = ({ links }) =>
	links.map(({ relation, incident }) =>
		toRow({
			id: `link:${relation}:${incident}`,
			kind: 'link',
			subject: incident,
			icon: 'link',
			label: `This is ${relation} ${incident}`,
		}),
	);

/** Other incidents that are open now: the one on screen may not be the one that is meant. */
export const otherRows: RowRule = (_state, { others, time }) =>
	toSection(
		'others',
		{ label: 'Also open', icon: 'incident', description: count(others.length, 'incident'), expanded: true },
		others.map(({ id, title, kind, severity, status, milestones }) => {
			const declaredAt = milestones.get('declaredAt');
			return toRow({
				id: `other:${id}`,
				kind: 'otherIncident',
				subject: id,
				icon: kind === 'drill' ? 'drill' : 'incident',
				label: kind === 'drill' ? `DRILL · ${title}` : title,
				description: [
					severityText(severity),
					status,
					declaredAt === undefined ? '' : `since ${time(declaredAt)}`,
				]
					.filter(Boolean)
					.join(' · '),
				details: [`${severityText(severity)}, ${status}`, id],
			});
		}),
	);
