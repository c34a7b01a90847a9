import type { IncidentKind } from '../../core/incident/model';
import { oneLine } from '../../core/printable';
import type { RoleNames } from '../../core/runbook/filter';
import type { Runbook } from '../../core/runbook/model';
import { isoMinute } from '../../core/incident/events/lifecycle';
import { parseWhen } from '../../core/schedule/whenText';
import { plain } from '../plain';
import { askPick, askText, type Answer, type Step } from '../steps';
import type { DeclareDraft } from '../../core/incident/declareDraft';
import { timeProblem } from './milestone';
import { severityRows, unknownRow } from './severityRows';

/** What the questions need to know. */
export interface DeclareContext {
	readonly runbook: Runbook | undefined;
	readonly roles: readonly RoleNames[];
	readonly me: string;
	readonly now: () => number;
	/** Whether the kind is settled by the command. */
	readonly kindGiven: boolean;
}

export type DeclareStep = (
	draft: DeclareDraft,
	step: Step,
	context: DeclareContext,
) => Promise<Answer<DeclareDraft>>;

/** The title comes first and is the only one that must be answered; Enter goes through all others. */
export function declareSteps(
	{ kind }: DeclareDraft,
	{ roles, kindGiven }: DeclareContext,
): readonly DeclareStep[] {
	return [
		askTitle,
		askSeverity,
		...(roles.length > 0 ? [askRoles] : []),
		askImpact,
		...(kindGiven ? [] : [askKind]),
		...(kind === 'backfilled' ? [askDeclaredAt, askResolvedAt] : []),
	];
}

const askTitle: DeclareStep = async (draft, step) => {
	const answer = await askText(step, {
		prompt:
			draft.kind === 'drill'
				? 'What is the exercise about, in a few words?'
				: 'What is wrong, in a few words?',
		placeholder: 'Checkout fails for card payments',
		value: draft.title,
		validate: (text) => (oneLine(text) === '' ? 'A few words are enough: “checkout down”.' : undefined),
	});
	return mapAnswer(answer, (title) => ({ ...draft, title: oneLine(title) }));
};

/** Enter takes "unknown" until something else was chosen: nobody is to be paged by accident. */
const askSeverity: DeclareStep = async (draft, step, { runbook }) => {
	const rows = severityRows(runbook);
	const answer = await askPick(step, {
		placeholder: 'How bad is it? If unsure between two, take the worse one. Enter: decide later',
		rows,
		active: rows.find(({ severity }) => severity === draft.severity) ?? unknownRow,
	});
	return mapAnswer(answer, ({ severity }) => ({ ...draft, severity }));
};

/** One list until it is left: Enter goes on, a role asks for its person. */
const askRoles: DeclareStep = async (draft, step, context) => {
	const goOn = {
		label: '$(arrow-right) Continue',
		description: 'roles can be given at any time',
		role: undefined,
	};
	const rows = context.roles.map(({ name }) => ({
		label: plain(name),
		description: plain(draft.roles.get(name) ?? 'nobody yet'),
		role: name,
	}));
	const answer = await askPick<(typeof rows)[number] | typeof goOn>(step, {
		placeholder: 'Who does what? Enter goes on',
		rows: [goOn, ...rows],
		active: goOn,
	});
	if (answer.kind !== 'answered') return answer;
	const { role } = answer.value;
	if (role === undefined) return { kind: 'answered', value: draft };
	const person = await askHolder(draft, role, step, context);
	// Escape here leaves the declaration, as everywhere; Back returns to the list.
	if (person.kind === 'left') return person;
	return askRoles(person.kind === 'back' ? draft : withRole(draft, role, person.value), step, context);
};

function askHolder(
	draft: DeclareDraft,
	role: string,
	step: Step,
	{ me }: DeclareContext,
): Promise<Answer<string>> {
	return askText(step, {
		prompt: `Who is ${role}? Enter takes the name in the box; empty: nobody yet`,
		value: draft.roles.get(role) ?? me,
		validate: () => undefined,
	});
}

function withRole(draft: DeclareDraft, role: string, person: string): DeclareDraft {
	const roles = new Map(draft.roles);
	if (oneLine(person) === '') roles.delete(role);
	else roles.set(role, oneLine(person));
	return { ...draft, roles };
}

const askImpact: DeclareStep = (draft, step, { now }) =>
	askInstant(draft, step, { field: 'impactStartedAt', now, prompt: 'When did the impact start?' });

const askDeclaredAt: DeclareStep = (draft, step, { now }) =>
	askInstant(draft, step, { field: 'declaredAt', now, prompt: 'When was it declared?' });

const askResolvedAt: DeclareStep = (draft, step, { now }) =>
	askInstant(draft, step, { field: 'resolvedAt', now, prompt: 'When was it resolved?' });

interface InstantQuestion {
	readonly field: 'impactStartedAt' | 'declaredAt' | 'resolvedAt';
	readonly prompt: string;
	readonly now: () => number;
}

const emptyMeans = {
	impactStartedAt: 'not known yet',
	declaredAt: 'now',
	resolvedAt: 'it is still open',
} as const;

async function askInstant(
	draft: DeclareDraft,
	step: Step,
	{ field, prompt, now }: InstantQuestion,
): Promise<Answer<DeclareDraft>> {
	const known = draft[field];
	const answer = await askText(step, {
		prompt: `${prompt} -10m, 14:05 or 2026-11-23T03:04Z; Enter without a time: ${emptyMeans[field]}`,
		value: known === undefined ? '' : new Date(known).toISOString(),
		validate: (text) =>
			text.trim() === ''
				? undefined
				: (timeProblem(text, now()) ?? orderProblem(draft, field, parseWhen(text, now()))),
	});
	return mapAnswer(answer, (text) => ({ ...draft, [field]: parseWhen(text, now()) }));
}

/** An incident is not resolved before it was declared. */
function orderProblem(
	{ declaredAt }: DeclareDraft,
	field: InstantQuestion['field'],
	at: number | undefined,
): string | undefined {
	if (field !== 'resolvedAt' || at === undefined || declaredAt === undefined || at >= declaredAt)
		return undefined;
	return `That is before it was declared (${isoMinute(declaredAt)}).`;
}

/** Not called `kind`: that is a separator to VS Code. */
interface KindRow {
	readonly label: string;
	readonly description: string;
	readonly meant: IncidentKind;
}

const kindRows: readonly KindRow[] = [
	{ label: '$(flame) Declare', description: 'a real incident; the clock starts', meant: 'real' },
	{
		label: '$(mortar-board) Start a Drill',
		description: 'an exercise; nothing leaves this machine',
		meant: 'drill',
	},
	{
		label: '$(history) Write Down After the Fact',
		description: 'it is over, or began earlier; asks for the times',
		meant: 'backfilled',
	},
];

const askKind: DeclareStep = async (draft, step) => {
	const answer = await askPick(step, {
		placeholder: 'Enter declares',
		rows: kindRows,
		active: kindRows.find(({ meant }) => meant === draft.kind),
	});
	return mapAnswer(answer, ({ meant }) => withKind(draft, meant));
};

/** Times of the past belong to what is written down after the fact only. */
function withKind(draft: DeclareDraft, kind: IncidentKind): DeclareDraft {
	return kind === 'backfilled'
		? { ...draft, kind }
		: { ...draft, kind, declaredAt: undefined, resolvedAt: undefined };
}

function mapAnswer<T, R>(answer: Answer<T>, map: (value: T) => R): Answer<R> {
	return answer.kind === 'answered' ? { kind: 'answered', value: map(answer.value) } : answer;
}
