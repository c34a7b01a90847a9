import type { Facts } from '../../src/core/postmortem/facts';
import { sampleFacts, start } from '../unit/core/postmortem/sample';

/** Everything a postmortem can be filled with is known. */
export const fullFacts: Facts = {
	...sampleFacts,
	closedAt: start + 90 * 60_000,
	actionItems: [
		{
			text: 'Raise the pool to 40',
			owner: 'Ann Lee',
			due: '2026-12-01',
			kind: 'prevent',
			done: false,
			events: ['a1'],
		},
		{
			text: 'Alert on waiting requests',
			owner: undefined,
			due: undefined,
			kind: 'detect',
			done: false,
			events: ['a2'],
		},
		{
			text: 'Name a deputy for the night',
			owner: 'Bo',
			due: undefined,
			kind: 'process',
			done: true,
			events: ['a3'],
		},
		{
			text: 'Write the quick fix down',
			owner: 'Cy',
			due: '2026-11-30',
			kind: 'mitigate',
			done: true,
			events: ['a4'],
		},
	],
};

const hostile = '# | `x` ``` <b>*not bold*</b> [x](y) ![i](j) _u_ ~~s~~ {{ y }} </td> --> \\';

/** The same with texts that try to be Markdown. */
export const hostileFacts: Facts = {
	...fullFacts,
	title: hostile,
	id: hostile,
	incidentCommander: hostile,
	participants: [hostile, '- b', '1. c'],
	roles: [{ role: 'Incident Commander', person: hostile }],
	timeline: (fullFacts.timeline ?? []).map((row) => ({
		...row,
		by: hostile,
		text: `${row.text} ${hostile}`,
	})),
	actionItems: (fullFacts.actionItems ?? []).map((item) => ({
		...item,
		text: `${item.text} ${hostile}`,
		owner: hostile,
	})),
};
