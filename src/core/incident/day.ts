/** Whether a text is a day of the calendar, written `2026-12-01`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const instant = Date.parse(`${text}T00:00:00Z`);
	// `2026-02-30` may be read as a day in March.
	return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
