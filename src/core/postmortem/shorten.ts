/** At most `max` UTF-16 units, cut with an ellipsis, never inside a surrogate pair. */
export function shorten(text: string, max: number): string {
	return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
