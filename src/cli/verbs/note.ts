import { parseWhen } from '../../core/schedule/whenText';
import { UserError } from '../../core/userError';
import { UsageError } from '../args';
import { openIncident, type Verb } from '../verb';

/** `note TEXT [--at TIME]`. */
export const note: Verb = {
	summary: 'Add a note to the timeline.',
	words: ['TEXT…'],
	options: { incident: 'value', at: 'value' },
	async run(args, context) {
		const text = (args.words[0] ?? '').trim();
		if (text === '') throw new UserError('The note is empty; nothing was recorded.');
		const happenedAt = readTime(args.value('at'), context.clock.now());
		const { incidents, state } = await openIncident(args, context);
		await incidents.record(state.id, 'noteAdded', { text, happenedAt });
		context.print({ incident: state.id }, [`Noted in ${state.id}.`]);
		return 0;
	},
};

/** A time in the past as people type it, from an option; a usage error for any other. */
export function readTime(text: string | undefined, now: number, option = 'at'): number | undefined {
	if (text === undefined) return undefined;
	const instant = parseWhen(text, now);
	if (instant !== undefined) return instant;
	throw new UsageError(
		`--${option} takes a time that has passed, such as -10m, 14:05 or 2026-11-23T03:04:00Z, not “${text}”.`,
	);
}
