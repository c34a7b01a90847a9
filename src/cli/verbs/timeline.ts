import { openIncident, type Verb } from '../verb';

/** `timeline`: every entry, oldest first; times in UTC. */
export const timeline: Verb = {
	summary: 'Print what happened, oldest first, in UTC.',
	words: [],
	options: { incident: 'value' },
	async run(args, context) {
		const { state } = await openIncident(args, context);
		const entries = state.timeline.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
		context.print(
			entries,
			entries.map(
				(entry) =>
					`${entry.at.slice(0, 19).replace('T', ' ')}  ${entry.text}  (${[entry.by, entry.mark].filter(Boolean).join(', ')})`,
			),
		);
		return 0;
	},
};
