import type { IncidentState } from '../incident/model';
import type { ActionItem } from './facts';

/** The action items of the record, then what notes call a TODO and nobody has made an item of. */
export function actionItemsOf(state: Pick<IncidentState, 'actionItems' | 'notes'>): readonly ActionItem[] {
	const recorded = [...state.actionItems].map(([id, item]) => ({ ...item, events: [id] }));
	const known = new Set(recorded.map(({ text }) => folded(text)));
	const harvested = [...state.notes].flatMap(([id, note]) => {
		const text = note.retracted === undefined ? todoOf(note.text) : undefined;
		if (text === undefined || known.has(folded(text))) return [];
		known.add(folded(text));
		return [{ text, owner: undefined, due: undefined, kind: undefined, done: false, events: [id] }];
	});
	return [...recorded, ...harvested];
}

/** `Pool was full. TODO: raise it` -> `raise it`; capitals only, so that no sentence with the word is taken. */
function todoOf(text: string): string | undefined {
	const rest = /\bTODO\b[\s:–—-]*([^\n]*)/u.exec(text)?.[1]?.trim();
	return rest === '' ? undefined : rest;
}

function folded(text: string): string {
	return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
