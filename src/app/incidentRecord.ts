import type { IncidentEvent, UnknownEvent } from '../core/incident/events';
import { foldIncident } from '../core/incident/fold';
import { hlcZero, laterHlc, nextHlc, type Hlc } from '../core/incident/hlc';
import { decodeLines } from '../core/incident/line';
import type { IncidentState } from '../core/incident/model';
import type { RecordMark, RecordRead } from '../core/ports';

/** What this process knows of one incident: its events, each once, how far they were read, and the next stamp. */
export class IncidentRecord {
	readonly #incident: string;
	readonly #writer: string;
	readonly #events = new Map<string, IncidentEvent | UnknownEvent>();
	#latest: Hlc;
	#seq: number;
	#damaged = 0;
	#mark: RecordMark | undefined;
	#state: IncidentState | undefined;
	#isFolded = true;

	/** `writer` is this process; `before` is what was known before everything is read anew: stamps never run backwards. */
	constructor(incident: string, writer: string, before?: IncidentRecord) {
		this.#incident = incident;
		this.#writer = writer;
		this.#latest = before ? before.#latest : hlcZero;
		this.#seq = before ? before.#seq : 0;
	}

	get events(): readonly (IncidentEvent | UnknownEvent)[] {
		return [...this.#events.values()];
	}

	get isEmpty(): boolean {
		return this.#events.size === 0;
	}

	/** Where the next reading may begin. */
	get mark(): RecordMark | undefined {
		return this.#mark;
	}

	/** Folded when first asked for after something new has come. */
	get state(): IncidentState | undefined {
		if (!this.#isFolded) this.#state = foldIncident(this.#events.values());
		this.#isFolded = true;
		return this.#state;
	}

	/** Lines that could not be made out. */
	get damaged(): number {
		return this.#damaged;
	}

	/** Returns how many events were new. Those with an id in `unsaved` are left out. */
	take({ pieces, mark }: RecordRead, unsaved: ReadonlySet<string>): number {
		const before = this.#events.size;
		for (const piece of pieces) {
			const { events, damaged } = decodeLines(piece);
			this.#damaged += damaged;
			for (const event of events) {
				if (event.incident === this.#incident && !unsaved.has(event.id)) this.add(event);
			}
		}
		this.#mark = mark;
		return this.#events.size - before;
	}

	/** An event that is known already changes nothing. */
	add(event: IncidentEvent | UnknownEvent): void {
		if (this.#events.has(event.id)) return;
		this.#events.set(event.id, event);
		this.#latest = laterHlc(this.#latest, event.hlc);
		if (event.writer === this.#writer) this.#seq = Math.max(this.#seq, event.seq);
		this.#isFolded = false;
	}

	/** Adds what this process itself has saved, as another record of the incident has it. */
	keepOwn(other: IncidentRecord): void {
		for (const event of other.#events.values()) if (event.writer === this.#writer) this.add(event);
	}

	/** Later than every event seen and every stamp given, saved or not. */
	nextStamp(now: number): { readonly seq: number; readonly hlc: Hlc } {
		this.#latest = nextHlc(this.#latest, now);
		return { seq: ++this.#seq, hlc: this.#latest };
	}
}
