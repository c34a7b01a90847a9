import { checklistItems } from '../../core/incident/checklistItems';
import { findItem } from '../../core/incident/findItem';
import { openIncident, type Verb } from '../verb';

export const tick = tickVerb('itemDone', 'Mark an item of the checklist as done.', 'Done');
export const untick = tickVerb('itemReopened', 'Mark an item as not done after all.', 'Not done');

/** `tick ITEM`: by id, the beginning of the id, or a part of the text. */
function tickVerb(type: 'itemDone' | 'itemReopened', summary: string, said: string): Verb {
	return {
		summary,
		words: ['ITEM…'],
		options: { incident: 'value' },
		async run(args, context) {
			const { incidents, state } = await openIncident(args, context);
			const item = findItem(checklistItems(state), args.words[0] ?? '');
			await incidents.record(state.id, type, { item: item.id, text: item.text });
			context.print({ incident: state.id, item: item.id }, [`${said}: ${item.text}`]);
			return 0;
		},
	};
}
