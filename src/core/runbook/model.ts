import type { Severity } from '../incident/model';
import type { TimeWindow } from '../schedule/window';
import type { FenceAttribute } from './fenceAttributes';
import type { Effect } from '../scripts/effect';

/** A runbook as read: prose turned into data. Lines are 1-based; `endLine` is the last line, inclusive. */
export interface Runbook {
	/** The first level-1 heading, else the front matter's title, else ''. */
	readonly title: string;
	/** `**Owner**: x` lines and front matter near the top, by key as written. */
	readonly metadata: Readonly<Record<string, string>>;
	readonly roles: readonly Role[];
	/** The tasks (`- [ ]`). Numbered steps without boxes are in `procedures`. */
	readonly phases: readonly Phase[];
	readonly procedures: readonly Procedure[];
	readonly escalation: Escalation;
	/** How often whom is told, one entry a severity. */
	readonly cadences: readonly Cadence[];
	readonly templates: readonly MessageTemplate[];
	readonly scripts: readonly Script[];
	readonly decisions: readonly Decision[];
	readonly channels: readonly Channel[];
	readonly contacts: readonly Contact[];
	readonly severities: readonly SeverityDefinition[];
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
	/** `(Every 15 min for SEV-1, 30 min for SEV-2)`: one entry a severity. */
	readonly cadence: readonly GroupCadence[];
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
	/** Number of items it is indented under; 0 for a top-level one. */
	readonly depth: number;
	/** The plain list item right above it in the nesting, such as `If the primary is down`. */
	readonly under: string | undefined;
	readonly line: number;
	readonly endLine: number;
	readonly links: readonly Link[];
	/** The severities it is for, from `(SEV-1/SEV-2)` or `For SEV-1, …`; empty: for all. */
	readonly severities: readonly Severity[];
	/** Minutes after the group's clock starts, from `within 15 minutes`. */
	readonly dueMin: number | undefined;
	/** The commands that its inline code names, such as `python rollback.py emergency`. */
	readonly scripts: readonly Script[];
}

/** How often something is due for one severity. */
export interface GroupCadence {
	readonly severity: Severity;
	readonly everyMin: number;
}

/** Steps without boxes: a numbered list, or headings `Step 1: …`, in order. */
export interface Procedure {
	readonly title: string;
	readonly steps: readonly Step[];
	readonly line: number;
}

export interface Step {
	/** Stable in the way of an item's id. */
	readonly id: string;
	readonly text: string;
	readonly label: string | undefined;
	readonly detail: string | undefined;
	/** Number of steps it is indented under. */
	readonly depth: number;
	readonly line: number;
	readonly endLine: number;
	/** As of an item. */
	readonly scripts: readonly Script[];
}

export interface Escalation {
	/** `5 minutes between escalation levels`. */
	readonly intervalMin: number | undefined;
	/** Lowest first. */
	readonly levels: readonly EscalationLevel[];
	/** What overrides the ladder, such as `Immediate escalation to all levels simultaneously`. */
	readonly exceptions: readonly EscalationException[];
}

export interface EscalationLevel {
	/** `Monitor` of `Level 1: Monitor (On-Call)`. */
	readonly name: string;
	readonly role: string | undefined;
	/** Times to respond, as written: `Immediate for SEV-1`, `15min for SEV-2`. */
	readonly respond: readonly string[];
	readonly authority: string | undefined;
	readonly trigger: string | undefined;
	readonly line: number;
}

export interface EscalationException {
	readonly title: string;
	readonly rules: readonly string[];
	/** Whether it pages every level at once. */
	readonly allLevels: boolean;
	readonly line: number;
}

/** One clock of the communication plan. */
export interface Cadence {
	readonly audience: 'internal' | 'status page' | 'customers' | 'postmortem';
	readonly severity: Severity | 'any';
	/** Minutes from the declaration; for a postmortem from the resolution. */
	readonly firstWithinMin: number | undefined;
	readonly everyMin: number | undefined;
	/** What the person reads when there is more to it: `only if customer-facing`. */
	readonly condition: string | undefined;
	readonly line: number;
}

/** A message to fill and send, from a fence without a shell language. */
export interface MessageTemplate {
	readonly title: string;
	readonly kind: 'declare' | 'update' | 'customer' | 'support' | 'status page' | 'other';
	readonly text: string;
	readonly placeholders: readonly Placeholder[];
	/** First line of the text. */
	readonly line: number;
	readonly endLine: number;
}

/** A gap in a message. `source` is the exact text it replaces, such as `[SEV-1/2/3]`. */
export interface Placeholder {
	readonly source: string;
	/** `choice` has options; `computed` is filled from the record (`[ID]`, `[T+XX minutes]`, `$(date)`), never by a shell. */
	readonly kind: 'free' | 'choice' | 'computed';
	readonly name: string;
	readonly options: readonly string[];
	readonly line: number;
}

/** `### Rollback Decisions (IC Authority)` with its bold choices and their criteria. */
export interface Decision {
	readonly title: string;
	readonly owner: string | undefined;
	readonly choices: readonly {
		readonly title: string;
		readonly criteria: readonly string[];
		readonly line: number;
	}[];
	readonly line: number;
}

export interface Channel {
	/** With its `#`. */
	readonly name: string;
	readonly purpose: string | undefined;
	readonly line: number;
}

export interface Contact {
	readonly name: string;
	readonly value: string;
	/** Whether the value still has to be filled in: `[PagerDuty contact]`. */
	readonly placeholder: boolean;
	readonly line: number;
}

/** From a table or headings, here or in the linked severity file. */
export interface SeverityDefinition {
	readonly severity: Severity;
	/** As written: `SEV-1`, `P0`, `Critical`. */
	readonly name: string;
	readonly description: string | undefined;
	readonly line: number;
}

/** What can be run: a part of a code block, or a command that an item names. */
export interface Script {
	readonly id: string;
	/** The comment above the commands, else the nearest heading. */
	readonly title: string;
	/** The nearest heading; '' before the first. */
	readonly section: string;
	/** Lower-case first word of the fence's info string. */
	readonly language: string;
	/** What stands behind it: `cwd=services/api timeout=20m secret`. */
	readonly attributes: readonly FenceAttribute[];
	/** Exact text of the commands, with its comment, ending in a newline. */
	readonly text: string;
	/** First line of the text in the document; of the item, for a command that an item names. */
	readonly line: number;
	readonly endLine: number;
	/** First line of the list item that holds it. */
	readonly itemLine: number | undefined;
	readonly effect: Effect;
	/** Why it has that effect, in words. */
	readonly because: string;
	/** The script file its first command names, as found: relative to the repository root; as written when missing. */
	readonly file: string | undefined;
	/** Whether that file was looked for and is nowhere. */
	readonly missing: boolean | undefined;
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
	/**
	 * Where a script file is, relative to the repository root: looked for from that root, then from the document's
	 * folder, then by its name anywhere. `undefined` when it is nowhere.
	 */
	readonly findScript?: ((path: string) => string | undefined) | undefined;
}
