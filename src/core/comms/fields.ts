import type { Status } from '../incident/model';
import { lengthWords, latestNote, type ComposeFacts } from './composeFacts';

/** Where a gap stands: its own words, and the label before it on its line (`Started: $(date)`). Lower case. */
export interface Gap {
	readonly name: string;
	readonly label: string;
}

/** A value for a gap; a suggestion is only offered, for a person to look at. */
export interface Proposal {
	readonly value: string;
	readonly isSuggestion: boolean;
}

interface Field {
	readonly name?: RegExp;
	readonly label?: RegExp;
	readonly value: (facts: ComposeFacts, gap: Gap) => string | undefined;
	readonly isSuggestion?: boolean;
}

/**
 * Asked in this order; the first that fits decides, also when it knows nothing: the time of the next update must not
 * become the time of this one. All patterns are for lower-case text.
 */
const fields: readonly Field[] = [
	{ name: /^(?:incident\s*)?(?:id|number|#)$/, value: ({ state }) => state.id },
	{ name: /^t\s*\+\s*x/, value: elapsed },
	{
		name: /^(?:elapsed|duration|time (?:elapsed|since))/,
		value: ({ state, now }) => lengthWords(sinceDeclared(state, now)),
	},
	{
		name: /^sev(?:erity)?\b/,
		value: ({ state }) => (state.severity === 'unknown' ? undefined : state.severity),
	},
	{ label: /^(?:started|start|began|impact start|since)\b/, name: /date|time|yyyy|hh:mm/, value: startTime },
	{ name: /^(?:start(?:ed)?|begin|began|impact start)/, value: startTime },
	{ label: /next update/, name: /time|date|hh:mm/, value: nextUpdate },
	{ name: /next update/, value: nextUpdate },
	{ label: /^(?:resolved|end(?:ed)?)\b/, name: /date|time|yyyy|hh:mm/, value: resolvedTime },
	{
		name: /^\$\(date|^(?:current |incident |declared )?(?:date|time|timestamp)(?: utc)?$|^yyyy|^hh:mm/,
		value: ({ now, time }) => time(now),
	},
	{ name: /^(?:current )?status$/, value: ({ state }) => upperFirst(state.status) },
	{ name: /\bchannel\b/, value: ({ channels }) => channels[0]?.name },
	{
		name: /brief description|short description|incident (?:title|name|summary)|^(?:title|summary|issue|description)$/,
		value: ({ state }) => state.title,
	},
	{
		name: /doing now|current action|actions? taken|what we(?:'|’)re doing|progress|latest/,
		value: (facts) => latestNote(facts.state)?.text,
		isSuggestion: true,
	},
	{ name: /^impact|impact$|customers? impact|user impact/, value: impactNote, isSuggestion: true },
	{ value: roleHolder },
];

/** What the record says for a gap; `undefined` when a person has to. */
export function proposeFor(gap: Gap, facts: ComposeFacts): Proposal | undefined {
	const lower = { name: gap.name.toLowerCase(), label: gap.label.toLowerCase() };
	for (const { name, label, value, isSuggestion = false } of fields) {
		if (name && !name.test(lower.name)) continue;
		if (label && !label.test(lower.label)) continue;
		const found = value(facts, lower);
		return found === undefined || found === '' ? undefined : { value: found, isSuggestion };
	}
	return undefined;
}

/** The option of a choice that the record is at: the severity, or what the status is called there. */
export function chooseFor(options: readonly string[], { state }: ComposeFacts): string | undefined {
	const folded = options.map((option) => option.toLowerCase());
	for (const wanted of [state.severity.toLowerCase(), ...statusNames[state.status]]) {
		const index = folded.indexOf(wanted);
		if (index >= 0) return options[index];
	}
	return undefined;
}

/** Our status -> what status pages and templates call it, likeliest first. */
const statusNames: Readonly<Record<Status, readonly string[]>> = {
	triage: ['triage', 'investigating'],
	investigating: ['investigating'],
	mitigating: ['mitigating', 'identified', 'fixing'],
	monitoring: ['monitoring', 'mitigated'],
	resolved: ['resolved', 'fixed'],
	closed: ['closed', 'resolved'],
	cancelled: ['cancelled', 'resolved'],
};

function sinceDeclared({ milestones }: ComposeFacts['state'], now: number): number {
	return now - (milestones.get('declaredAt') ?? now);
}

function elapsed({ state, now }: ComposeFacts, { name }: Gap): string {
	const minutes = Math.max(0, Math.floor(sinceDeclared(state, now) / 60_000));
	return `T+${minutes}${/min/.test(name) ? ' minutes' : ''}`;
}

function startTime({ state, time }: ComposeFacts): string | undefined {
	const at = state.milestones.get('impactStartedAt') ?? state.milestones.get('declaredAt');
	return at === undefined ? undefined : time(at);
}

function resolvedTime({ state, time }: ComposeFacts): string | undefined {
	const at = state.milestones.get('resolvedAt');
	return at === undefined ? undefined : time(at);
}

function nextUpdate({ nextUpdateAt, time }: ComposeFacts): string | undefined {
	return nextUpdateAt === undefined ? undefined : time(nextUpdateAt);
}

/** `[Assign Technical Lead]`, or `Tech Lead: [name]`: by the role's name, its short name, or its leading words. */
function roleHolder({ roles, state }: ComposeFacts, { name, label }: Gap): string | undefined {
	const asked = name.replace(/^(?:assign|name of|who is|current)\s+(?:the\s+)?/, '');
	const found = roles.find(
		(role) =>
			isCalled(role, asked) || (/^(?:name|person|who|assign\b.*|@.*)$/.test(name) && isCalled(role, label)),
	);
	return found && state.roles.get(found.name);
}

function isCalled({ name, short }: { name: string; short: string | undefined }, text: string): boolean {
	const wanted = text.trim();
	return wanted !== '' && (name.toLowerCase() === wanted || short?.toLowerCase() === wanted);
}

/** A note that says what the impact is. */
function impactNote({ state }: ComposeFacts): string | undefined {
	const entry = [...state.timeline]
		.reverse()
		.find(({ kind, mark, text }) => kind === 'note' && mark !== 'retracted' && /^impact\s*:/i.test(text));
	return entry?.text.replace(/^impact\s*:\s*/i, '');
}

function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
