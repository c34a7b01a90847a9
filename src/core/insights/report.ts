import type { IncidentEvent, UnknownEvent } from '../incident/events';
import type { IncidentState, Milestone, Severity } from '../incident/model';
import { cadenceKept } from '../postmortem/cadenceKept';
import { effectiveEvents } from '../postmortem/effective';
import { severitySpans } from '../postmortem/spans';
import type { Cadence } from '../runbook/model';
import { coverageOf, type ItemCoverage } from './coverage';
import { medianOf, type Median } from './median';

/** One incident with the events behind it. */
export interface IncidentRecord {
	readonly state: IncidentState;
	readonly events: readonly (IncidentEvent | UnknownEvent)[];
}

/** What kinds of incidents are counted apart from the real ones: they would bend every number. */
export type Apart = 'drill' | 'backfilled' | 'cancelled';

export const measures = [
	{ name: 'TTD', formula: 'impact start to detection', from: 'impactStartedAt', to: 'detectedAt' },
	{ name: 'TTA', formula: 'detection to acknowledgement', from: 'detectedAt', to: 'acknowledgedAt' },
	{ name: 'TTM', formula: 'impact start to mitigation', from: 'impactStartedAt', to: 'mitigatedAt' },
	{ name: 'TTR', formula: 'impact start to resolution', from: 'impactStartedAt', to: 'resolvedAt' },
] as const satisfies readonly {
	readonly name: string;
	readonly formula: string;
	readonly from: Milestone;
	readonly to: Milestone;
}[];
export type MeasureName = (typeof measures)[number]['name'];

/** Numbers of one group of incidents. Medians are in milliseconds; `n` is how many incidents have both ends. */
export interface Group {
	/** `all`, or a severity as it was at the end. */
	readonly name: 'all' | Severity;
	readonly count: number;
	readonly medians: Readonly<Record<MeasureName, Median>>;
	/** Updates that were due by the runbook, and how many came in time. */
	readonly updates: { readonly due: number; readonly kept: number };
}

export interface IncidentReport {
	/** Over the real incidents: all of them, then each severity, worst first. */
	readonly groups: readonly Group[];
	/** `2026-11` -> how many, oldest first. */
	readonly months: readonly { readonly month: string; readonly count: number }[];
	readonly apart: Readonly<Record<Apart, number>>;
	/** Over the real incidents of the runbook. */
	readonly coverage: readonly ItemCoverage[];
}

export interface ReportInput {
	readonly records: readonly IncidentRecord[];
	/** Of the runbook; empty when there is none. */
	readonly cadences: readonly Cadence[];
	/** Path of the runbook whose items are counted; `undefined`: of every runbook. */
	readonly runbook: string | undefined;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** What all incidents together say. Medians, not means: one bad night must not stand for all. */
export function incidentReport(input: ReportInput): IncidentReport {
	const real = input.records.filter(({ state }) => apartOf(state) === undefined);
	const severities = [...new Set(real.map(({ state }) => state.severity))].sort(bySeverity);
	const own = real.filter(
		({ state }) => input.runbook === undefined || state.runbook?.path === input.runbook,
	);
	return {
		groups: [
			groupOf('all', real, input),
			...severities.map((severity) =>
				groupOf(
					severity,
					real.filter(({ state }) => state.severity === severity),
					input,
				),
			),
		],
		months: monthsOf(real),
		apart: {
			drill: countApart(input.records, 'drill'),
			backfilled: countApart(input.records, 'backfilled'),
			cancelled: countApart(input.records, 'cancelled'),
		},
		coverage: coverageOf(own.map(({ state }) => state)),
	};
}

/** A cancelled one is a false alarm, whatever else it was. */
export function apartOf({ kind, status }: Pick<IncidentState, 'kind' | 'status'>): Apart | undefined {
	if (status === 'cancelled') return 'cancelled';
	return kind === 'real' ? undefined : kind;
}

/** Milliseconds between two milestones; `undefined` when one is missing or they are the wrong way round. */
export function intervalOf(
	{ milestones }: Pick<IncidentState, 'milestones'>,
	{ from, to }: (typeof measures)[number],
): number | undefined {
	const [start, end] = [milestones.get(from), milestones.get(to)];
	return start === undefined || end === undefined || end < start ? undefined : end - start;
}

function groupOf(name: Group['name'], records: readonly IncidentRecord[], input: ReportInput): Group {
	const median = (measure: (typeof measures)[number]): Median =>
		medianOf(records.flatMap(({ state }) => intervalOf(state, measure) ?? []));
	const [ttd, tta, ttm, ttr] = measures;
	const updates = records.map((record) => updatesOf(record, input));
	return {
		name,
		count: records.length,
		medians: { TTD: median(ttd), TTA: median(tta), TTM: median(ttm), TTR: median(ttr) },
		updates: {
			due: updates.reduce((sum, { due }) => sum + due, 0),
			kept: updates.reduce((sum, { kept }) => sum + kept, 0),
		},
	};
}

/** Updates only wanted under a condition are left out: whether it held, nobody wrote down. */
function updatesOf({ state, events }: IncidentRecord, { cadences, now }: ReportInput): Group['updates'] {
	const end = state.milestones.get('resolvedAt') ?? now;
	const counting = effectiveEvents(events, state);
	const audiences = cadenceKept({
		events: counting,
		cadences,
		severities: severitySpans(counting, state, end),
		declaredAt: state.milestones.get('declaredAt') ?? end,
		end,
	}).filter(({ condition }) => condition === undefined);
	const due = audiences.flatMap((audience) => audience.due);
	return { due: due.length, kept: due.filter(({ kept }) => kept).length };
}

function monthsOf(records: readonly IncidentRecord[]): IncidentReport['months'] {
	const counts = new Map<string, number>();
	for (const { state } of records) {
		const date = new Date(state.milestones.get('declaredAt') ?? Number.NaN);
		if (Number.isNaN(date.getTime())) continue;
		const month = date.toISOString().slice(0, 7);
		counts.set(month, (counts.get(month) ?? 0) + 1);
	}
	return [...counts]
		.map(([month, count]) => ({ month, count }))
		.sort((one, other) => (one.month < other.month ? -1 : 1));
}

function countApart(records: readonly IncidentRecord[], kind: Apart): number {
	return records.filter(({ state }) => apartOf(state) === kind).length;
}

/** Worst first, unknown last. */
function bySeverity(one: Severity, other: Severity): number {
	const rank = (severity: Severity): number =>
		severity === 'unknown' ? Infinity : Number(severity.slice(4));
	return rank(one) === rank(other) ? 0 : rank(one) - rank(other);
}
