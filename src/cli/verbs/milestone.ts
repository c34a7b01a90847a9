import { milestoneWords } from '../../core/incident/events/lifecycle';
import { milestones, type Milestone } from '../../core/incident/model';
import { UsageError } from '../args';
import { openIncident, type Verb } from '../verb';
import { readTime } from './note';

/** Name on the command line -> milestone: `impact-started`, `detected`, `acknowledged`, … */
const names: ReadonlyMap<string, Milestone> = new Map(
	milestones.map((milestone) => [milestoneWords[milestone].toLowerCase().replace(' ', '-'), milestone]),
);

/** `milestone NAME [--at TIME]`. */
export const milestone: Verb = {
	summary: `Say when something happened: ${[...names.keys()].join(', ')}.`,
	words: ['NAME'],
	options: { incident: 'value', at: 'value' },
	async run(args, context) {
		const wanted = names.get((args.words[0] ?? '').toLowerCase());
		if (!wanted)
			throw new UsageError(`“${args.words[0]}” is no milestone; there are ${[...names.keys()].join(', ')}.`);
		const now = context.clock.now();
		const at = readTime(args.value('at'), now) ?? now;
		const { incidents, state } = await openIncident(args, context);
		const before = state.milestones.get(wanted);
		await incidents.record(state.id, 'milestoneSet', { milestone: wanted, at, before });
		const time = new Date(at).toISOString();
		context.print({ incident: state.id, milestone: wanted, at: time }, [
			`${milestoneWords[wanted]}: ${time}`,
		]);
		return 0;
	},
};
