import type { Instant } from '../core/incident/model';
import type { DueItem } from '../core/schedule/dueItem';
import { urgency } from '../core/schedule/urgency';

/** What is due in one incident. */
export interface IncidentAgenda {
	readonly incident: string;
	readonly declaredAt: Instant;
	readonly items: readonly DueItem[];
}

export interface Reminder {
	readonly incident: string;
	readonly item: DueItem;
	/** What else was missed meanwhile, asleep or closed, and is told with this one. */
	readonly also: readonly DueItem[];
}

export interface ReminderPorts {
	/** Whether the person is at this window. */
	readonly focused: () => boolean;
	/** Shows one reminder; resolves when it was answered or closed. Does not reject. */
	readonly show: (reminder: Reminder) => Promise<void>;
	readonly memory: ReminderMemory;
}

/** Keeps what was told over a reload: per clock, the time the reminder was for. */
export interface ReminderMemory {
	load(): ReadonlyMap<string, Instant>;
	save(told: ReadonlyMap<string, Instant>): void;
}

/** While the declaration is a minute old, the person is still busy with it. */
const settleMs = 60_000;
/** Another window gets this long to answer before a window nobody is at speaks up too. */
const graceMs = 60_000;
/** Seen so long after its time, a reminder was missed: the machine slept, the window was closed, the clock jumped. */
const missedMs = 90_000;
/** A reminder left unanswered so long has gone from the screen and keeps nobody waiting any more. */
const holdMs = 5 * 60_000;
/** What is longer past than this is no news. */
const staleMs = 7 * 24 * 60 * 60_000;
const remembered = 500;

interface Candidate {
	readonly key: string;
	readonly incident: string;
	readonly item: DueItem;
	readonly remindAt: Instant;
	/** When this window first saw that it is due. */
	readonly seenAt: Instant;
}

/**
 * Tells what is due: each time once, however often it is looked at, in whatever window; one at a time, the most urgent
 * first; what was missed together as one. Has no timer: `tick` is called by the one there is.
 *
 * Of several windows the focused one speaks at once. The others cannot know whether there is one, so they wait a minute
 * for an answer to show in the record.
 */
export class Reminders {
	readonly #ports: ReminderPorts;
	readonly #told: Map<string, Instant>;
	#seen: ReadonlyMap<string, Candidate> = new Map();
	#shown: { readonly candidate: Candidate; readonly at: Instant } | undefined;

	constructor(ports: ReminderPorts) {
		this.#ports = ports;
		this.#told = new Map(ports.memory.load());
	}

	tick(now: Instant, agendas: readonly IncidentAgenda[]): void {
		const due = dueNow(agendas, now, this.#seen);
		this.#seen = new Map(due.map((candidate) => [candidate.key, candidate]));
		if (this.#isHeld(now)) return;
		this.#shown = undefined;
		const focused = this.#ports.focused();
		const ready = due
			.filter((candidate) => this.#isNews(candidate, now))
			.filter(({ seenAt }) => focused || now - seenAt >= graceMs)
			.sort(
				(left, right) => urgency[left.item.kind] - urgency[right.item.kind] || left.remindAt - right.remindAt,
			);
		const [first, ...others] = ready;
		if (first) this.#tell(first, isMissed(first) ? others.filter(isMissed) : [], now);
	}

	/** The one on the screen is unanswered, and still due. */
	#isHeld(now: Instant): boolean {
		if (!this.#shown) return false;
		const { candidate, at } = this.#shown;
		const since = now - at;
		return this.#seen.get(candidate.key)?.remindAt === candidate.remindAt && since >= 0 && since < holdMs;
	}

	/** Compared with the time told last, not with now: a clock that is set back repeats nothing. */
	#isNews({ key, remindAt }: Candidate, now: Instant): boolean {
		return remindAt > (this.#told.get(key) ?? Number.NEGATIVE_INFINITY) && now - remindAt < staleMs;
	}

	#tell(first: Candidate, also: readonly Candidate[], now: Instant): void {
		const shown = { candidate: first, at: now };
		this.#shown = shown;
		this.#remember([first, ...also]);
		const { incident, item } = first;
		void this.#ports.show({ incident, item, also: also.map((other) => other.item) }).then(() => {
			if (this.#shown === shown) this.#shown = undefined;
		});
	}

	/** Before it is shown: a window that is closed meanwhile must not tell it again. */
	#remember(told: readonly Candidate[]): void {
		for (const { key, remindAt } of told) {
			this.#told.delete(key);
			this.#told.set(key, remindAt);
		}
		for (const key of [...this.#told.keys()].slice(0, -remembered)) this.#told.delete(key);
		this.#ports.memory.save(this.#told);
	}
}

function dueNow(
	agendas: readonly IncidentAgenda[],
	now: Instant,
	seen: ReadonlyMap<string, Candidate>,
): readonly Candidate[] {
	return agendas.flatMap(({ incident, declaredAt, items }) =>
		items.flatMap((item): readonly Candidate[] => {
			const remindAt = Math.max(item.remindAt, declaredAt + settleMs);
			if (remindAt > now) return [];
			const key = `${incident} ${item.id}`;
			const before = seen.get(key);
			const seenAt = before?.remindAt === remindAt ? Math.min(before.seenAt, now) : now;
			return [{ key, incident, item, remindAt, seenAt }];
		}),
	);
}

function isMissed({ seenAt, remindAt }: Candidate): boolean {
	return seenAt - remindAt > missedMs;
}
