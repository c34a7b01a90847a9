import { milestoneWords } from '../events/lifecycle';
import { milestones, type Conflict, type IncidentState, type Register } from '../model';
import { toRow, type RowRule } from './row';

/** What two people set without having seen each other; a person has to say which holds. */
export const conflictRows: RowRule = (state, { time }) =>
	[...state.conflicts].map(([key, conflict]) => {
		const { kept, other } = conflict;
		const words = conflictWords(conflict, state.registers.get(key), time);
		return toRow({
			id: `conflict:${key}`,
			kind: 'conflict',
			subject: key,
			icon: 'attention',
			// The question first: a narrow side bar cuts off the end.
			label: `Settle: ${kept} or ${other}? ${conflictSubject(state, key)}`,
			description: words,
			details: [words, `“${kept}” holds until somebody settles it.`],
			spoken: `Two answers, ${conflictSubject(state, key)}, ${words}`,
		});
	});

/** `Ana says done, Kim says skipped at 12:04`. Who set what holds is not known when it was older than both. */
export function conflictWords(
	{ kept, other, by, at }: Conflict,
	holder: Register | undefined,
	time: (instant: number) => string,
): string {
	const isLoser = holder === undefined || (holder.by === by && holder.at === at);
	const first = isLoser ? `it is ${kept}` : `${holder.by} says ${kept}`;
	return `${first}, ${by} says ${other} at ${time(at)}`;
}

/** What a register is of, in words: the text of an item, a role, `Severity`. */
export function conflictSubject(state: IncidentState, key: string): string {
	const [area = '', ...rest] = key.split(':');
	const name = rest.join(':');
	switch (area) {
		case 'item':
			return itemText(state, name);
		case 'severity':
			return 'Severity';
		case 'status':
			return 'Status';
		case 'milestone':
			return (
				milestones.flatMap((milestone) => (milestone === name ? milestoneWords[milestone] : []))[0] ?? name
			);
		default:
			return name || key;
	}
}

function itemText({ runbook, addedItems, removedItems }: IncidentState, id: string): string {
	const items = [...(runbook?.items ?? []), ...addedItems, ...removedItems];
	return items.find((item) => item.id === id)?.text ?? id;
}
