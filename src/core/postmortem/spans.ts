import type { IncidentEvent } from '../incident/events';
import type { IncidentState, Instant, Severity } from '../incident/model';

/** From when until when a severity held, in milliseconds since 1970. */
export interface SeveritySpan {
	readonly severity: Severity;
	readonly from: Instant;
	readonly to: Instant;
}

/**
 * The severities one after the other, from the declaration to `end`. Severities are only known from then on: what
 * came before has none.
 * @param events those that count, in their order
 */
export function severitySpans(
	events: readonly IncidentEvent[],
	state: Pick<IncidentState, 'severity' | 'milestones'>,
	end: Instant,
): readonly SeveritySpan[] {
	const changes = events.flatMap((event): { readonly severity: Severity; readonly at: Instant }[] => {
		if (event.type === 'severityChanged') return [{ severity: event.data.severity, at: event.at }];
		if (event.type !== 'declared') return [];
		return [{ severity: event.data.severity, at: state.milestones.get('declaredAt') ?? event.at }];
	});
	const last = changes.at(-1);
	// Where two judged without having seen each other, the state has the one that holds.
	const settled = last === undefined ? [] : [...changes.slice(0, -1), { ...last, severity: state.severity }];
	const spans = settled.map(({ severity, at }, index) => ({
		severity,
		from: Math.min(at, end),
		to: Math.min(settled[index + 1]?.at ?? end, end),
	}));
	return joined(spans.filter(({ from, to }) => to > from));
}

function joined(spans: readonly SeveritySpan[]): readonly SeveritySpan[] {
	return spans.reduce<SeveritySpan[]>((list, span) => {
		const last = list.at(-1);
		if (last?.severity !== span.severity) return [...list, span];
		return [...list.slice(0, -1), { ...last, to: span.to }];
	}, []);
}

/** Milliseconds in each severity, in the order they first came. */
export function timeInSeverity(spans: readonly SeveritySpan[]): ReadonlyMap<Severity, number> {
	const times = new Map<Severity, number>();
	for (const { severity, from, to } of spans) times.set(severity, (times.get(severity) ?? 0) + to - from);
	return times;
}

export interface RoleSpan {
	readonly role: string;
	readonly person: string;
	readonly from: Instant;
}

/** Who took which role when, in order. @param events those that count, in their order */
export function roleSpans(
	events: readonly IncidentEvent[],
	{ milestones }: Pick<IncidentState, 'milestones'>,
): readonly RoleSpan[] {
	return events.flatMap((event): RoleSpan[] => {
		if (event.type === 'declared') {
			const from = milestones.get('declaredAt') ?? event.at;
			return event.data.roles.map(({ role, person }) => ({ role, person, from }));
		}
		if (event.type !== 'roleAssigned' && event.type !== 'roleAccepted') return [];
		return [{ role: event.data.role, person: event.data.person, from: event.at }];
	});
}
