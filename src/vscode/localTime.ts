/** `12:04`, with the day in front when that is another than the day of `now`. */
export function localTime(instant: number, now: number): string {
	const [date, today] = [new Date(instant), new Date(now)];
	const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
	if (date.toDateString() === today.toDateString()) return time;
	return `${date.toLocaleDateString([], { month: 'short', day: 'numeric' })} ${time}`;
}
