/** How long ago, in the largest unit that fits: `25 min ago`, `3 h ago`, `12 days ago`. Milliseconds in. */
export function formatAge(milliseconds: number): string {
	const minutes = Math.floor(milliseconds / 60_000);
	if (minutes < 1) return milliseconds < 0 ? 'in the future' : 'just now';
	if (minutes < 60) return `${minutes} min ago`;
	const hours = Math.floor(minutes / 60);
	if (hours < 48) return `${hours} h ago`;
	return `${Math.floor(hours / 24)} days ago`;
}
