import type { FactKey } from './facts';
import type { Placeholder } from './placeholder';

/** Where a slot stands, and with that how its value has to be written. */
export type SlotForm =
	/** After `Key:`; `lead` is the space that is missing before the value. */
	| { readonly kind: 'inline'; readonly lead: string }
	/** Everything between two bars, as it was: `cell` keeps its width. */
	| { readonly kind: 'cell'; readonly cell: string }
	/** A value of its own below a heading; `lead` and `prefix` are put before the first and every line. */
	| { readonly kind: 'block'; readonly lead: string; readonly bullet: string }
	| { readonly kind: 'yaml'; readonly lead: string; readonly quote: '' | '"' | "'" }
	/** The heading of the document; `before` is kept text such as `Postmortem: `. */
	| { readonly kind: 'heading'; readonly before: string };

/** A place that asks for one fact. `start` and `end` are the offsets its value replaces. */
export interface FieldSlot {
	readonly kind: 'field';
	readonly key: FactKey;
	/** As the template writes it, without marks. */
	readonly label: string;
	/** 1-based. */
	readonly line: number;
	readonly start: number;
	readonly end: number;
	readonly form: SlotForm;
	readonly placeholder: Placeholder;
	/** True when label or column already say UTC. */
	readonly saysUtc: boolean;
}

/** The places of timeline rows; each range is replaced by all rows or, after the first, by nothing. */
export interface TimelineSlot {
	readonly kind: 'timeline';
	readonly key: 'timeline';
	readonly label: string;
	readonly line: number;
	readonly ranges: readonly { readonly start: number; readonly end: number }[];
	readonly style: TimelineStyle;
	readonly clock: ClockStyle;
}

/** The places of action items; each range is replaced by all items or, after the first, by nothing. */
export interface ActionSlot {
	readonly kind: 'actions';
	readonly key: 'actionItems';
	readonly label: string;
	readonly line: number;
	readonly ranges: readonly { readonly start: number; readonly end: number }[];
	readonly style: ActionStyle;
}

export type ActionColumn = 'number' | 'action' | 'owner' | 'due' | 'status' | 'kind' | 'other';

export type ActionStyle =
	| {
			readonly kind: 'table';
			readonly lead: string;
			readonly prefix: string;
			readonly columns: readonly ActionColumn[];
			readonly widths: readonly number[];
			/** The cells of the first row that waits: its number, its choices, its masks. */
			readonly sample: readonly string[];
			/** The number of the first row to be written. */
			readonly first: number;
	  }
	/** `- [ ] text (owner, due)`; `number` counts on from an ordered list's own. */
	| {
			readonly kind: 'list';
			readonly lead: string;
			readonly indent: string;
			readonly marker: string;
			readonly number: number | undefined;
			readonly isTask: boolean;
	  };

/** How the time of a row is written. */
export interface ClockStyle {
	readonly withDate: boolean;
	readonly saysUtc: boolean;
}

export type TimelineColumn = 'time' | 'date' | 'event' | 'actor' | 'other';

export type TimelineStyle =
	| {
			readonly kind: 'table';
			readonly lead: string;
			readonly prefix: string;
			readonly columns: readonly TimelineColumn[];
			/** Characters between the bars of the header. */
			readonly widths: readonly number[];
	  }
	/** `- **HH:MM** – text`: `before` and `after` enclose the time. */
	| { readonly kind: 'list'; readonly lead: string; readonly before: string; readonly after: string }
	/** `HH:MM  text` between the marks of a code fence: nothing is Markdown there. */
	| { readonly kind: 'code'; readonly lead: string; readonly before: string; readonly after: string }
	/** A heading for each entry, its text below; `gap` stands between them. */
	| { readonly kind: 'headings'; readonly lead: string; readonly before: string; readonly gap: string };

export type Slot = FieldSlot | TimelineSlot | ActionSlot;

/** What a finder finds. */
export type Found = Slot | OpenPlace;

/** What nobody but a person can fill; `other` is a field this program does not know. */
export interface OpenPlace {
	readonly kind: 'open';
	readonly key: FactKey | 'prose' | 'other';
	readonly label: string;
	readonly line: number;
}
