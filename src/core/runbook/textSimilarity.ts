/** The runs of three characters of a text, lower-case, padded so that short texts and word starts count. */
export type Trigrams = ReadonlyMap<string, number>;

export function trigrams(text: string): Trigrams {
	const padded = `  ${text.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, longest)} `;
	const counts = new Map<string, number>();
	for (let index = 0; index + 3 <= padded.length; index++) {
		const gram = padded.slice(index, index + 3);
		counts.set(gram, (counts.get(gram) ?? 0) + 1);
	}
	return counts;
}

/** A step is a sentence; a pasted log line must not cost more than one. */
const longest = 500;

/** Sørensen–Dice over trigrams: 0 for nothing in common, 1 for the same. */
export function diceSimilarity(left: Trigrams, right: Trigrams): number {
	let [shared, total] = [0, 0];
	for (const [gram, count] of left) {
		shared += Math.min(count, right.get(gram) ?? 0);
		total += count;
	}
	for (const count of right.values()) total += count;
	return total === 0 ? 0 : (2 * shared) / total;
}
