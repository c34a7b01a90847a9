import type { EventData, EventType, IncidentEvent } from '../../src/core/incident/events';
import { foldIncident } from '../../src/core/incident/fold';
import type { IncidentState } from '../../src/core/incident/model';
import type { StateFacts } from '../../src/core/stateDocument/facts';
import { stateWith } from './incidentState';

/** When the incident was declared. */
export const start = Date.UTC(2026, 10, 23, 3, 14);
export const minute = 60_000;

/** What a text of the incident becomes: itself, or an attack. */
export type Reword = (text: string) => string;

const same: Reword = (text) => text;

/** Writes events one after the other; `prev: ''` says that the writer had not seen what was there. */
class Story {
	readonly events: IncidentEvent[] = [];

	add<T extends EventType>(
		min: number,
		by: string,
		fact: { readonly type: T; readonly data: EventData[T]; readonly prev?: string },
	): string {
		const seq = this.events.length + 1;
		const id = seq.toString(16).padStart(32, '0');
		const at = start + min * minute;
		const envelope = { v: 1, id, incident: 'inc-20261123-0314-checkout', writer: 'w', seq } as const;
		// The type and its data come as a pair; the union cannot see that they belong together.
		this.events.push({ ...envelope, hlc: [start + seq, 0], at, by, ...fact } as unknown as IncidentEvent);
		return id;
	}
}

/** An incident in which everything has happened that views tell of. Texts go through `reword`. */
export function wholeIncident(reword: Reword = same): readonly IncidentEvent[] {
	const story = new Story();
	const t = reword;
	const [ana, kim] = [t('Ana'), t('Kim')];
	const items = [
		{ id: 'declare', text: t('Declare it'), path: [t('T+0 to T+5'), t('Now')] },
		{ id: 'pool', text: t('Check the pool'), path: [t('T+0 to T+5'), t('Now')] },
		{ id: 'page', text: t('Page the DBA'), path: [t('T+5 to T+30'), ''] },
		{ id: 'legal', text: t('Tell legal'), path: [t('T+5 to T+30'), ''] },
	];
	story.add(0, ana, {
		type: 'declared',
		data: {
			title: t('Checkout answers 500'),
			severity: 'SEV-2',
			roles: [{ role: t('Incident Commander'), person: ana }],
			runbook: { path: t('docs/RUNBOOK.md'), sha256: 'x', items },
			impactStartedAt: start - 12 * minute,
			detectedAt: start - 8 * minute,
		},
	});
	story.add(1, ana, { type: 'itemDone', data: { item: 'declare', text: t('Declare it') } });
	story.add(2, kim, {
		type: 'itemSkipped',
		data: { item: 'pool', text: t('Check the pool'), why: t('n/a') },
	});
	story.add(3, ana, {
		type: 'itemDone',
		data: { item: 'pool', text: t('Check the pool') },
		prev: '',
	});
	story.add(4, ana, {
		type: 'escalated',
		data: { level: 2, name: t('Manager'), contacts: [kim], why: undefined },
	});
	story.add(5, kim, { type: 'acknowledged', data: { person: undefined } });
	story.add(5, kim, { type: 'severityChanged', data: { severity: 'SEV-1' } });
	const note = story.add(8, kim, {
		type: 'noteAdded',
		data: { text: t('Errors since the deploy'), happenedAt: start - 4 * minute },
	});
	story.add(9, kim, {
		type: 'noteAmended',
		data: { note, text: t('Errors since v2.3'), happenedAt: undefined },
	});
	const wrong = story.add(10, kim, {
		type: 'noteAdded',
		data: { text: t('It is DNS'), happenedAt: undefined },
	});
	story.add(11, kim, { type: 'noteRetracted', data: { note: wrong, why: t('it was not') } });
	story.add(11, ana, { type: 'entryPinned', data: { entry: note, pinned: true } });
	story.add(12, kim, {
		type: 'deploySuspected',
		data: { sha: 'a'.repeat(40), title: t('v2.3'), why: t('new'), cleared: false },
	});
	story.add(13, ana, {
		type: 'rollbackPlanned',
		data: { sha: 'a'.repeat(40), title: t('v2.3'), way: 'script', detail: t('ops/rollback.sh v2.2') },
	});
	const guess = story.add(14, kim, { type: 'hypothesisAdded', data: { text: t('The pool is too small') } });
	story.add(15, kim, { type: 'hypothesisAdded', data: { text: t('A lock in the migration') } });
	story.add(16, kim, {
		type: 'hypothesisResolved',
		data: { hypothesis: guess, text: t('The pool is too small'), outcome: 'ruled out', why: t('40% used') },
	});
	story.add(17, ana, {
		type: 'decisionMade',
		data: {
			decision: t('Rollback'),
			choice: t('Roll back now'),
			criteria: [t('errors above 5 %')],
			decidedBy: ana,
			owner: t('IC'),
		},
	});
	story.add(18, ana, {
		type: 'updatePosted',
		data: { audience: 'internal', text: t('We roll back'), postedAt: undefined },
	});
	story.add(19, ana, {
		type: 'roleOffered',
		data: { role: t('Scribe'), to: kim, brief: undefined },
	});
	story.add(20, ana, {
		type: 'actionItemAdded',
		data: { text: t('Alert on the pool'), owner: kim, due: t('2026-12-01'), kind: 'detect' },
	});
	const tick = story.add(21, ana, { type: 'itemDone', data: { item: 'page', text: t('Page the DBA') } });
	story.add(22, ana, { type: 'undone', data: { of: tick, text: t('Page the DBA') } });
	story.add(23, ana, { type: 'linked', data: { relation: 'part of', incident: t('inc-1') } });
	return story.events;
}

/** The state of the whole incident. */
export function wholeState(reword: Reword = same): IncidentState {
	const state = foldIncident(wholeIncident(reword));
	if (!state) throw new Error('a declared incident has a state');
	return state;
}

/** What a runbook and the clock add to it, 24 minutes in. */
export function wholeFacts(reword: Reword = same): StateFacts {
	const t = reword;
	const clock = { because: t('SEV-1: every 15 min'), line: undefined, who: undefined, condition: undefined };
	return {
		now: start + 24 * minute,
		roles: [
			roleOf(t('Incident Commander'), t('IC')),
			roleOf(t('Communications Lead'), undefined),
			roleOf(t('Scribe'), undefined),
		],
		levels: [t('On-Call'), t('Manager'), t('CTO')].map((name, index) => ({
			name,
			role: undefined,
			respond: [t('at once')],
			authority: t('may roll back'),
			trigger: undefined,
			line: 40 + index,
		})),
		contacts: [{ name: t('Manager'), value: t('kim@example.com'), placeholder: false, line: 50 }],
		agenda: [
			{
				...clock,
				id: 'page',
				title: t('Status page'),
				dueAt: start + 20 * minute,
				line: 61,
				who: t('Comms'),
			},
			{
				...clock,
				id: 'update',
				title: t('Internal update'),
				dueAt: start + 33 * minute,
				condition: t('if asked'),
			},
		],
		others: [stateWith({ id: t('inc-2'), title: t('Search is slow') })],
		foreign: new Set(['legal']),
	};
}

function roleOf(name: string, short: string | undefined): StateFacts['roles'][number] {
	return { name, short, responsibilities: [name], who: name, escalation: undefined, line: 7 };
}
