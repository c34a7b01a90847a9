import type { CommitLink } from '../deploys/webLink';
import type { IncidentEvent } from '../incident/events';
import type { IncidentState } from '../incident/model';
import { severityText } from '../incident/severity';
import type { Interval } from '../incident/interval';
import type { Facts } from './facts';
import { roleSpans, timeInSeverity, type SeveritySpan } from './spans';
import { statusText } from './statusWords';
import { clockText, dateClockText, dateText, formulaText, lengthText } from './timeText';

/** `SEV-2 incident. Lasted 1 h 12 min (impact start to resolution), 2026-11-23 03:14 to 04:26 UTC.` Never a cause. */
export function summaryText(state: IncidentState, duration: Interval | undefined): string | undefined {
	const { milestones, severity, status, title } = state;
	const from = milestones.get(duration?.from ?? 'declaredAt');
	const to = milestones.get('resolvedAt');
	const start = from === undefined ? undefined : dateClockText(from);
	if (start === undefined) return undefined;
	const head = `${title.trim() || state.id} (${severityText(severity)})`;
	const hasEnd = duration !== undefined && to !== undefined && from !== undefined;
	if (!hasEnd) return `${head}: since ${start} UTC; ${statusText(status).toLowerCase()}.`;
	const end = dateText(from) === dateText(to) ? clockText(to) : dateClockText(to);
	return `${head}: ${lengthText(duration.length)}, ${start} to ${end ?? ''} UTC (${formulaText(duration)}).`;
}

/** `SEV-2: 1 h 3 min in all; 2026-11-23 03:23 to 03:40 UTC, …`, one line a severity. */
export function severityLines(spans: readonly SeveritySpan[]): readonly string[] {
	return [...timeInSeverity(spans)].map(([severity, length]) => {
		const own = spans.filter((span) => span.severity === severity);
		const times = own.map(({ from, to }) => `${dateClockText(from) ?? ''} to ${clockText(to) ?? ''} UTC`);
		return `${severity === 'unknown' ? 'Severity unknown' : severity}: ${lengthText(length)} (${times.join('; ')})`;
	});
}

export function roleLines(events: readonly IncidentEvent[], state: IncidentState): readonly string[] {
	return roleSpans(events, state).map(
		({ role, person, from }) => `${role}: ${person}, from ${dateClockText(from) ?? ''} UTC`,
	);
}

/** Each measure with its formula; what has no two ends in the right order is not available. */
export function measureLines(
	intervals: Pick<Facts, 'timeToDetect' | 'timeToAcknowledge' | 'timeToMitigate' | 'timeToResolve'>,
): readonly string[] {
	const rows = [
		['TTD', intervals.timeToDetect],
		['TTA', intervals.timeToAcknowledge],
		['TTM', intervals.timeToMitigate],
		['TTR', intervals.timeToResolve],
	] as const;
	return rows.flatMap(([name, interval]) =>
		interval === undefined
			? []
			: [
					`${name}: ${interval.length === undefined ? 'not available' : lengthText(interval.length)} (${formulaText(interval)})`,
				],
	);
}

const outcomeWords = { open: 'Open', confirmed: 'Confirmed', 'ruled out': 'Ruled out' } as const;

export function hypothesisLines({ hypotheses }: Pick<IncidentState, 'hypotheses'>): readonly string[] {
	return [...hypotheses.values()].map(
		({ text, outcome, why }) => `${outcomeWords[outcome]}: ${text}${because(why)}`,
	);
}

export function suspectLines(
	{ suspects }: Pick<IncidentState, 'suspects'>,
	link: CommitLink,
): readonly string[] {
	return [...suspects.values()].map(
		({ sha, title, why }) => `${sha.slice(0, 10)} ${title}${because(why)}${linked(sha, link)}`,
	);
}

const rollbackWords = { planned: 'Planned', done: 'Done', failed: 'Failed' } as const;

export function rollbackLines(
	{ rollbacks }: Pick<IncidentState, 'rollbacks'>,
	link: CommitLink,
): readonly string[] {
	return rollbacks.map(
		({ sha, title, way, state, at, by }) =>
			`${rollbackWords[state]} (${way}): ${sha.slice(0, 10)} ${title}, ${dateClockText(at) ?? ''} UTC, by ${by}${linked(sha, link)}`,
	);
}

/** The page of a commit, behind its words. */
function linked(sha: string, link: CommitLink): string {
	const address = link(sha);
	return address === undefined ? '' : `: ${address}`;
}

function because(why: string | undefined): string {
	return why === undefined || why.trim() === '' ? '' : ` (${why})`;
}
