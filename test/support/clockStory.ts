import type { EventData, EventType, IncidentEvent } from '../../src/core/incident/events';
import { foldIncident } from '../../src/core/incident/fold';
import type { IncidentState } from '../../src/core/incident/model';
import { referTo } from '../../src/core/incident/reference';
import { parseRunbook } from '../../src/core/runbook/parse';

/** When the stories begin. */
export const declaredAt = Date.UTC(2026, 10, 23, 3, 14);

/** Instant of T+`minutes`. */
export const at = (minutes: number): number => declaredAt + minutes * 60_000;

/** Minutes after the declaration, and what was recorded then. */
export type Told = { [T in EventType]: readonly [minutes: number, type: T, data: EventData[T]] }[EventType];

/** A runbook that speaks of every clock there is. */
export const clockRunbook = parseRunbook(`# Lanterns
## Roles
### Incident Commander (IC)
**Responsibilities**:
- Decides
### Communications Lead
**Responsibilities**:
- Status page and customers
## Response
### T+0 to T+5: First look
#### Now (IC)
- [ ] **Declare**: say so
- [ ] **Page a lamplighter** (SEV-3)
#### Communications (First 10 minutes)
- [ ] **Customer notification**: For SEV-1, notify customers within 15 minutes
### T+5 to T+30: Mitigation
- [ ] **Drain**: the canal within 20 minutes
## Escalation Policies
Timeline: 5 minutes between escalation levels
### Level 1: Watch (On-Call)
- **Response Time**: at once
### Level 2: Harbour master
- **Authority**: closes the harbour
### Lighthouse Exception
- **Immediate escalation** to all levels simultaneously
## Communication
### Update Frequency
- **SEV-1**: Every 15 minutes until resolution
- **SEV-2**: Every 30 minutes
### Status Page Updates
- **SEV-1**: Update within 10 minutes, then every 30 minutes
- **SEV-2**: Update within 30 minutes, then hourly
- **SEV-3**: Update only if customer-facing
## Post-Incident Actions
### Immediate (Within 1 hour of resolution)
- [ ] **Thank**: everybody
### Postmortem (Within 48 hours of resolution)
- [ ] **Write**: it down
`);

export const itemId = (label: string): string =>
	clockRunbook.phases
		.flatMap(({ groups }) => groups.flatMap(({ items }) => items))
		.find((item) => item.label === label)?.id ?? '';

/** The state after a SEV-1 was declared at T+0 and what is told happened. */
export function story(
	told: readonly Told[],
	declaration: Partial<EventData['declared']> = {},
): IncidentState {
	const runbook = referTo(clockRunbook, 'R.md', 'hash');
	const data = { title: 'Lamps out', severity: 'SEV-1', roles: [], runbook, ...declaration } as const;
	const events = [[0, 'declared', data] as const, ...told].map(([minutes, type, fact], index) => ({
		v: 1,
		id: index.toString(16).padStart(32, '0'),
		incident: 'inc-x',
		writer: 'w',
		seq: index + 1,
		hlc: [at(minutes), index],
		at: at(minutes),
		by: 'Ana',
		type,
		data: fact,
	}));
	const state = foldIncident(events as unknown as IncidentEvent[]);
	if (!state) throw new Error('a declared incident has a state');
	return state;
}

/** Things that happened, at a minute; `until` is one too. */
export const posted = (minutes: number, audience: 'internal' | 'status page' | 'customers'): Told => [
	minutes,
	'updatePosted',
	{ audience, text: 'x', postedAt: undefined },
];
export const snoozed = (minutes: number, clock: string, until: number | undefined): Told => [
	minutes,
	'updateSnoozed',
	{ clock, title: clock, until: until === undefined ? undefined : at(until) },
];
export const paged = (minutes: number, level: number): Told => [
	minutes,
	'escalated',
	{ level, name: 'x', contacts: [], why: undefined },
];
export const done = (minutes: number, item: string): Told => [minutes, 'itemDone', { item, text: item }];
export const severity = (minutes: number, to: 'SEV-1' | 'SEV-2' | 'SEV-3'): Told => [
	minutes,
	'severityChanged',
	{ severity: to },
];
