import type { Instant } from '../core/incident/model';

/** `14:05`, as the person's machine writes a time of day. */
export function localTime(instant: Instant): string {
	return new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
