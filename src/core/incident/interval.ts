import type { IncidentState, Milestone } from './model';

/** How long something took, and which milestone the clock was started from. */
export interface Interval {
	/** Milliseconds, never negative. */
	readonly length: number;
	readonly from: Milestone;
	readonly to: Milestone;
}

/** From one milestone to another; `undefined` when one is not known or they run backwards. Never 0 for "unknown". */
export function interval(
	{ milestones }: Pick<IncidentState, 'milestones'>,
	from: Milestone,
	to: Milestone,
): Interval | undefined {
	const [start, end] = [milestones.get(from), milestones.get(to)];
	if (start === undefined || end === undefined || !(end >= start)) return undefined;
	return { length: end - start, from, to };
}

/** A figure teams compare incidents by. */
export interface ResponseTime {
	readonly short: string;
	readonly name: string;
	readonly from: Milestone;
	readonly to: Milestone;
}

export const responseTimes: readonly ResponseTime[] = [
	{ short: 'TTD', name: 'time to detect', from: 'impactStartedAt', to: 'detectedAt' },
	{ short: 'TTA', name: 'time to acknowledge', from: 'detectedAt', to: 'acknowledgedAt' },
	{ short: 'TTM', name: 'time to mitigate', from: 'impactStartedAt', to: 'mitigatedAt' },
	{ short: 'TTR', name: 'time to resolve', from: 'impactStartedAt', to: 'resolvedAt' },
];

/** Those of `responseTimes` that are known. */
export function knownResponseTimes(
	state: Pick<IncidentState, 'milestones'>,
): readonly (ResponseTime & Interval)[] {
	return responseTimes.flatMap((figure) => {
		const taken = interval(state, figure.from, figure.to);
		return taken ? [{ ...figure, ...taken }] : [];
	});
}
