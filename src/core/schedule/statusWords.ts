import type { Instant, IncidentState } from '../incident/model';
import { severityText } from '../incident/severity';
import { formatElapsed, spokenElapsed } from './elapsed';
import { minuteMs, type DueItem } from './dueItem';
import { byNeed } from './urgency';
import { reasonOf, shortTitle, spokenWhen, whenDue } from './whenDue';

/** What one line about an open incident says. */
export interface StatusWords {
	/** `SEV-1 T+12:04 · update due in 4 min`. */
	readonly text: string;
	/** For ears; with the time alone it changes at most once a minute. */
	readonly spoken: string;
	/** The next three, one a line. Changes like `spoken`. */
	readonly next: readonly string[];
}

const shown = 3;

/** `time` writes an instant as a local time of day. */
export function statusWords(
	state: IncidentState,
	items: readonly DueItem[],
	now: Instant,
	time: (instant: Instant) => string,
): StatusWords {
	const declaredAt = state.milestones.get('declaredAt') ?? now;
	// A clock that was set back shows zero, not a time before the declaration.
	const elapsed = Math.max(0, now - declaredAt);
	const minute = declaredAt + Math.floor(elapsed / minuteMs) * minuteMs;
	return {
		text: [`${headOf(state)} ${formatElapsed(elapsed)}`, nextText(items, now, time)]
			.filter(Boolean)
			.join(' · '),
		spoken: spokenText(state, items, minute),
		next: byNeed(items, minute)
			.slice(0, shown)
			.map((item) => `${item.title}: ${whenDue(item, minute, time)} (${reasonOf(item)})`),
	};
}

function headOf({ severity, kind }: IncidentState): string {
	const name = severity === 'unknown' ? 'SEV ?' : severity;
	return kind === 'drill' ? `Drill ${name}` : name;
}

function nextText(items: readonly DueItem[], now: Instant, time: (instant: Instant) => string): string {
	const [first] = byNeed(items, now);
	return first ? `${shortTitle(first)} ${whenDue(first, now, time)}` : '';
}

function spokenText(state: IncidentState, items: readonly DueItem[], minute: Instant): string {
	const elapsed = minute - (state.milestones.get('declaredAt') ?? minute);
	const [first] = byNeed(items, minute);
	return [
		state.kind === 'drill' ? 'Drill' : 'Incident',
		severityText(state.severity),
		state.title,
		`declared ${spokenElapsed(elapsed)} ago`,
		...(first ? [`${first.title} ${spokenWhen(first, minute)}`] : []),
	].join(', ');
}
