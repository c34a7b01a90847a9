import type { TimeWindow } from '../schedule/window';
import type { Effect } from '../scripts/effect';

/** A runbook as read: prose turned into data. Lines are 1-based; `endLine` is the last line, inclusive. */
export interface Runbook {
	/** The first level-1 heading, else the front matter's title, else ''. */
	readonly title: string;
	/** `**Owner**: x` lines and front matter near the top, by key as written. */
	readonly metadata: Readonly<Record<string, string>>;
	readonly roles: readonly Role[];
	readonly phases: readonly Phase[];
	readonly scripts: readonly Script[];
	readonly links: readonly Link[];
	readonly problems: readonly Problem[];
}

/** `### Incident Commander (IC)` with its `**Responsibilities**`, `**Who**` and `**Escalation**`. */
export interface Role {
	readonly name: string;
	readonly short: string | undefined;
	readonly responsibilities: readonly string[];
	readonly who: string | undefined;
	readonly escalation: string | undefined;
	readonly line: number;
}

/** A part of the response: `### T+5 to T+30: Investigation`, or the heading above a group of items. */
export interface Phase {
	readonly title: string;
	readonly window: TimeWindow | undefined;
	readonly groups: readonly Group[];
	readonly line: number;
}

/** The items directly under one heading. The title is '' when that heading is the phase itself. */
export interface Group {
	readonly title: string;
	/** As written in the heading's brackets: `IC`, `All Roles`, `IC Decision`. */
	readonly role: string | undefined;
	readonly window: TimeWindow | undefined;
	readonly items: readonly Item[];
	readonly line: number;
}

export interface Item {
	/** Stable over edits elsewhere: a slug of the label, a hash of the text, a number for true repeats. */
	readonly id: string;
	/** Plain text on one line, marks removed. */
	readonly text: string;
	/** The bold lead or the part before a colon: `**Label**: detail`. */
	readonly label: string | undefined;
	readonly detail: string | undefined;
	/** As the file has it; ticking never changes the file. */
	readonly checked: boolean;
	/** 0 for a top-level item. */
	readonly depth: number;
	readonly line: number;
	readonly endLine: number;
	readonly links: readonly Link[];
}

export interface Script {
	readonly id: string;
	/** The comment above the commands, else the nearest heading. */
	readonly title: string;
	/** Lower-case first word of the fence's info string. */
	readonly language: string;
	/** Exact text of the commands, with its comment, ending in a newline. */
	readonly text: string;
	/** First line of the text in the document. */
	readonly line: number;
	readonly endLine: number;
	readonly effect: Effect;
	/** Why it has that effect, in words. */
	readonly because: string;
}

export interface Link {
	readonly text: string;
	readonly target: string;
	/** Whether a relative target exists; `undefined` for web addresses, anchors, or when nobody looked. */
	readonly resolved: boolean | undefined;
	readonly line: number;
}

export interface Problem {
	readonly code: ProblemCode;
	readonly line: number;
	/** What the sentence is about: a name, a count, a target. */
	readonly subject: string;
}

export type ProblemCode = 'empty-document' | 'no-checklist';

/** What the parser may ask about the world around the document. */
export interface RunbookContext {
	/** Whether a path relative to the document's folder exists. */
	readonly exists?: ((relativePath: string) => boolean) | undefined;
}
