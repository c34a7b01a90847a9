/** Levenshtein's distance, in UTF-16 units. Time and memory grow with the product of the lengths: bound them before. */
export function editDistance(left: string, right: string): number {
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (let i = 1; i <= left.length; i++) {
		const next = [i];
		for (let j = 1; j <= right.length; j++) {
			const cost = left[i - 1] === right[j - 1] ? 0 : 1;
			const [up = 0, diagonal = 0, before = 0] = [row[j], row[j - 1], next[j - 1]];
			next.push(Math.min(up + 1, before + 1, diagonal + cost));
		}
		row = next;
	}
	return row[right.length] ?? 0;
}
