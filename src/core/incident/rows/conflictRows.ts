import { milestoneWords } from '../events/lifecycle';
import { milestones, type Conflict, type IncidentState, type Register } from '../model';
import { toRow, type RowRule } from './row';

/** What two people set without having seen each other; a person has to say which holds. */
export const conflictRows: RowRule = (state, { time }) =>
	[...state.conflicts].map(([key, conflict]) => {
		const { kept, other } = conflict;
		const words = conflictWords(conflict, holderOf(state, key), time);
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

/** `Ana says done, Kim says skipped at 12:04`; without a holder nobody is named for what holds. */
export function conflictWords(
	{ kept, other, by, at }: Conflict,
	holder: Register | undefined,
	time: (instant: number) => string,
): string {
	const first = holder ? `${holder.by} says ${kept}` : `it is ${kept}`;
	return `${first}, ${by} says ${other} at ${time(at)}`;
}

/** Who set what holds now; `undefined` when nobody did, or when the last one to set it lost against an older value. */
export function holderOf(
	{ registers, conflicts }: Pick<IncidentState, 'registers' | 'conflicts'>,
	key: string,
): Register | undefined {
	const [last, conflict] = [registers.get(key), conflicts.get(key)];
	return last?.by === conflict?.by && last?.at === conflict?.at ? undefined : last;
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
