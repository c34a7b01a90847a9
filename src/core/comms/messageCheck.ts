import type { Audience } from '../incident/model';
import { findPlaceholders } from '../runbook/placeholders';

export type MessageProblemCode =
	| 'left-over-placeholder'
	| 'secret'
	| 'internal-host'
	| 'commit-hash'
	| 'no-next-update'
	| 'too-long'
	| 'empty'
	| 'alarming-word';

/** Something to look at before a message is sent. `error` stands in the way; a warning is shown. */
export interface MessageProblem {
	readonly code: MessageProblemCode;
	readonly level: 'error' | 'warning';
	/** What it is about: the words found, or a number. */
	readonly subject: string;
}

export interface MessageContext {
	readonly audience: Audience;
	/** The target's limit in characters; `undefined` without one. */
	readonly maxLength: number | undefined;
	/** What a reader of secrets found in the text. */
	readonly secrets: readonly string[];
	/** Whether the incident still runs: a message after its end promises no next one. */
	readonly isOpen: boolean;
}

type Rule = (text: string, context: MessageContext) => readonly MessageProblem[];

const isPublic = (audience: Audience): boolean => audience === 'customers' || audience === 'status page';

/** Names that only exist inside, and addresses of private networks (RFC 1918). */
const internalHost =
	/\b(?:[a-z0-9-]+\.)+(?:internal|local|lan|corp|intra|svc|cluster\.local)\b|\b(?:10|127)(?:\.\d{1,3}){3}\b|\b192\.168(?:\.\d{1,3}){2}\b|\b172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}\b|\blocalhost\b/gi;
/** At least one digit and one letter: `deadbeef` is a word, `1234567` a number. */
const commitHash = /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b/g;
const nextUpdate =
	/next (?:update|status)|update (?:in|at|by|within|every)|\beta\b|we will (?:post|update|share)/i;

const rules: readonly Rule[] = [
	(text) => (text.trim() === '' ? [{ code: 'empty', level: 'error', subject: '' }] : []),
	(text) =>
		findPlaceholders(text, 1).map(({ source }) => ({
			code: 'left-over-placeholder',
			level: 'error',
			subject: source,
		})),
	(_, { secrets }) => secrets.map((subject) => ({ code: 'secret', level: 'error', subject })),
	(text, { audience }) => (isPublic(audience) ? found(text, internalHost, 'internal-host') : []),
	(text, { audience }) => (isPublic(audience) ? found(text, commitHash, 'commit-hash') : []),
	(text, { audience }) =>
		isPublic(audience) ? found(text, /\b(?:catastroph\w+|disaster|hacked)\b/gi, 'alarming-word') : [],
	(text, { isOpen }) =>
		isOpen && !nextUpdate.test(text) ? [{ code: 'no-next-update', level: 'warning', subject: '' }] : [],
	(text, { maxLength }) =>
		maxLength !== undefined && text.length > maxLength
			? [{ code: 'too-long', level: 'error', subject: `${text.length} of ${maxLength}` }]
			: [],
];

/** What is wrong with a message for its audience, in the order of the rules. */
export function checkMessage(text: string, context: MessageContext): readonly MessageProblem[] {
	return rules.flatMap((rule) => rule(text, context));
}

function found(text: string, pattern: RegExp, code: MessageProblemCode): readonly MessageProblem[] {
	return [...text.matchAll(pattern)].map(([subject]) => ({ code, level: 'warning', subject }));
}

/** One sentence for people. */
export function messageProblemText({ code, subject }: MessageProblem): string {
	switch (code) {
		case 'empty':
			return 'The message is empty.';
		case 'left-over-placeholder':
			return `${subject} is not filled in.`;
		case 'secret':
			return `It holds what looks like a secret (${subject}).`;
		case 'internal-host':
			return `${subject} is a name or address from inside.`;
		case 'commit-hash':
			return `${subject} looks like a commit id; customers cannot use it.`;
		case 'alarming-word':
			return `“${subject}” alarms more than it says.`;
		case 'no-next-update':
			return 'It does not say when the next update comes.';
		case 'too-long':
			return `It is too long: ${subject} characters.`;
	}
}
