/** The middle of some values, and of how many; `value` is `undefined` of none. */
export interface Median {
	readonly value: number | undefined;
	readonly n: number;
}

/** Of an even number the mean of the two in the middle. */
export function medianOf(values: readonly number[]): Median {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
	return { value: low === undefined || high === undefined ? undefined : (low + high) / 2, n: sorted.length };
}
