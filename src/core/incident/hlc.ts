/**
 * Hybrid logical clock: [milliseconds since 1970, counter]. Follows wall time where clocks agree and never runs
 * backwards where they do not, so that an event always comes after those its writer had seen.
 * Kulkarni et al., "Logical Physical Clocks", 2014.
 */
export type Hlc = readonly [time: number, counter: number];

export const hlcZero: Hlc = [0, 0];

/** The stamp for a new event, given the highest stamp seen and the wall time. */
export function nextHlc(seen: Hlc, now: number): Hlc {
	return now > seen[0] ? [now, 0] : [seen[0], seen[1] + 1];
}

export function compareHlc(left: Hlc, right: Hlc): number {
	return left[0] - right[0] || left[1] - right[1];
}

export function laterHlc(left: Hlc, right: Hlc): Hlc {
	return compareHlc(left, right) >= 0 ? left : right;
}
