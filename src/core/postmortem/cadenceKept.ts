import type { IncidentEvent } from '../incident/events';
import type { Audience, Instant } from '../incident/model';
import type { Cadence } from '../runbook/model';
import type { SeveritySpan } from './spans';

/** One update that was due: when, and when it came; `undefined` when it never did. */
export interface DueUpdate {
	readonly dueAt: Instant;
	readonly postedAt: Instant | undefined;
	readonly kept: boolean;
}

export interface AudienceCadence {
	readonly audience: Audience;
	/** `only if customer-facing`: whether it applied, only people know. */
	readonly condition: string | undefined;
	readonly due: readonly DueUpdate[];
}

export interface CadenceInput {
	/** Those that count, in their order. */
	readonly events: readonly IncidentEvent[];
	readonly cadences: readonly Cadence[];
	readonly severities: readonly SeveritySpan[];
	readonly declaredAt: Instant;
	/** The resolution, else now. */
	readonly end: Instant;
}

/** An update this much late counts as in time, in milliseconds: people count in minutes. */
const graceMs = 60_000;
const minute = 60_000;

/**
 * For each audience of the runbook, every update that was due by its cadence for the severity at that time: the first
 * one after the declaration, then each after the one before it. Nothing is due after `end`.
 */
export function cadenceKept(input: CadenceInput): readonly AudienceCadence[] {
	const named = new Set(input.cadences.map(({ audience }) => audience));
	return [...named].flatMap((audience) => {
		if (audience === 'postmortem') return [];
		const due = dueUpdates(audience, input);
		const condition = input.cadences.find((cadence) => cadence.audience === audience)?.condition;
		return due.length === 0 ? [] : [{ audience, condition, due }];
	});
}

function dueUpdates(audience: Audience, input: CadenceInput): readonly DueUpdate[] {
	const posts = input.events
		.flatMap((event) =>
			event.type === 'updatePosted' && event.data.audience === audience
				? [event.data.postedAt ?? event.at]
				: [],
		)
		.filter((at) => at >= input.declaredAt && at <= input.end)
		.sort((left, right) => left - right);
	const first = wanted(audience, 'firstWithinMin', input.declaredAt, input);
	const starts = [input.declaredAt, ...posts];
	return starts.flatMap((from, index): DueUpdate[] => {
		const minutes = index === 0 ? first : wanted(audience, 'everyMin', from, input);
		if (minutes === undefined) return [];
		const dueAt = from + minutes * minute;
		const postedAt = posts[index];
		if (postedAt === undefined && dueAt + graceMs > input.end) return [];
		return [{ dueAt, postedAt, kept: postedAt !== undefined && postedAt <= dueAt + graceMs }];
	});
}

/** Minutes of the cadence that held at an instant; a first update without its own time has the regular one. */
function wanted(
	audience: Audience,
	field: 'firstWithinMin' | 'everyMin',
	at: Instant,
	{ cadences, severities }: CadenceInput,
): number | undefined {
	const severity = severities.find((span) => span.from <= at && at < span.to)?.severity;
	const own = cadences.filter((cadence) => cadence.audience === audience);
	const rule =
		own.find((cadence) => cadence.severity === severity) ?? own.find((cadence) => cadence.severity === 'any');
	return field === 'firstWithinMin' ? (rule?.firstWithinMin ?? rule?.everyMin) : rule?.everyMin;
}
