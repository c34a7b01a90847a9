import type { Instant } from '../core/incident/model';

/** Writes `12:04`, as the person's machine does, with the day in front when that is another than the day of `now`. */
export function localTimeFrom(now: Instant): (instant: Instant) => string {
	const today = new Date(now).toDateString();
	return (instant) => {
		const date = new Date(instant);
		const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
		if (date.toDateString() === today) return time;
		return `${date.toLocaleDateString([], { month: 'short', day: 'numeric' })} ${time}`;
	};
}
