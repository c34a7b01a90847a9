import type { Instant, Milestone } from '../incident/model';
import type { Measure } from './facts';

const minute = 60_000;

/** `2026-11-23`; `undefined` for an instant no calendar has. */
export function dateText(instant: Instant): string | undefined {
	return isoText(instant)?.slice(0, 10);
}

/** `03:14`, UTC. */
export function clockText(instant: Instant): string | undefined {
	return isoText(instant)?.slice(11, 16);
}

/** `2026-11-23 03:14`, UTC. */
export function dateClockText(instant: Instant): string | undefined {
	return isoText(instant)?.slice(0, 16).replace('T', ' ');
}

/** `1 h 12 min`, `45 min`, `under 1 min`, `2 d 3 h 0 min`. Seconds are dropped. */
export function lengthText(length: number): string {
	const minutes = Math.floor(length / minute);
	if (minutes < 1) {
		return 'under 1 min';
	}
	const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
	const rest = `${minutes % 60} min`;
	if (days > 0) {
		return `${days} d ${hours} h ${rest}`;
	}
	return hours > 0 ? `${hours} h ${rest}` : rest;
}

/** `72 minutes`: for a template that asks for minutes. */
export function minutesText(length: number): string {
	const minutes = Math.floor(length / minute);
	if (minutes < 1) {
		return 'under 1 minute';
	}
	return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** `impact start to resolution`: the formula that stands beside a number. */
export function formulaText({ from, to }: Measure): string {
	return `${milestoneNames[from]} to ${milestoneNames[to]}`;
}

const milestoneNames: Readonly<Record<Milestone, string>> = {
	impactStartedAt: 'impact start',
	detectedAt: 'detection',
	declaredAt: 'declaration',
	acknowledgedAt: 'acknowledgement',
	mitigatedAt: 'mitigation',
	resolvedAt: 'resolution',
	closedAt: 'closing',
};

/** Only years of four digits: anything else would not fit the masks of a template. */
function isoText(instant: Instant): string | undefined {
	const date = new Date(instant);
	const year = date.getUTCFullYear();
	return year >= 1000 && year <= 9999 ? date.toISOString() : undefined;
}
