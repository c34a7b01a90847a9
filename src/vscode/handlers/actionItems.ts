import { actionKinds, type ActionItemState, type ActionKind } from '../../core/incident/model';
import { isDay } from '../../core/incident/day';
import { oneLine } from '../../core/printable';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { textIn } from './argument';
import { anyText, pickRow, typeAndSave, typeText } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

const refusal = 'no action item can be recorded in it';

const kindWords: Readonly<Record<ActionKind, string>> = {
	mitigate: 'makes it hurt less next time',
	prevent: 'keeps it from happening again',
	detect: 'shows it sooner',
	process: 'changes how we work',
};

/** Something to do after the incident: what, what it is for, who, by when. All but the first can be left out. */
export function addActionItemHandler({ session }: IncidentTools): Handler {
	return async () => {
		requireTrust(refusal);
		const { record } = session.requireCurrent();
		const text = await typeText({
			title: 'Add Action Item (1/4)',
			prompt: 'What should be done afterwards?',
		});
		if (text === undefined) return;
		const chosen = await askPurpose('Add Action Item (2/4)');
		if (!chosen) return;
		const owner = await typeText(ownerBox('Add Action Item (3/4)', ''));
		if (owner === undefined) return;
		await typeAndSave(dueBox(`Add Action Item (4/4): ${oneLine(text)}`, ''), async (due) => {
			const fields = { text: oneLine(text), owner: orNone(owner), due: orNone(due), kind: chosen.purpose };
			await record('actionItemAdded', fields);
			say(`Action item: ${text}`);
		});
	};
}

async function askPurpose(title: string): Promise<Purpose | undefined> {
	const rows = actionKinds.map((kind) => ({
		label: kind,
		description: kindWords[kind],
		purpose: kind,
	}));
	return pickRow(title, 'What is it for?', [
		{ label: 'not said', description: '', purpose: undefined },
		...rows,
	]);
}

/** Not called `kind`: that is a separator to VS Code. */
interface Purpose {
	readonly purpose: ActionKind | undefined;
}

const ownerBox = (title: string, value: string) =>
	({ title, prompt: 'Who does it? Enter without a name: nobody yet', value, validate: anyText }) as const;

const dueBox = (title: string, value: string) =>
	({
		title,
		prompt: 'By which day? 2026-12-01; Enter without a day: not said',
		value,
		validate: (day: string) => (day.trim() === '' || isDay(day.trim()) ? undefined : 'A day: 2026-12-01.'),
	}) as const;

function orNone(text: string): string | undefined {
	return oneLine(text) === '' ? undefined : oneLine(text);
}

/** Changes one thing about an action item; everything else stays as it is. */
export function changeActionItemHandler({ session }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust(refusal);
		const { state, record } = session.requireCurrent();
		const picked = await pickItem(state.actionItems, textIn(argument, 'id'));
		if (!picked) return;
		const { id, item } = picked;
		const what = await pickRow(`Action Item: ${item.text}`, 'What has changed?', changeRows(item));
		if (!what) return;
		const save = (change: Partial<ActionItemState>): Promise<void> =>
			record('actionItemChanged', { ...item, ...change, actionItem: id });
		await changes[what.change](item, save);
	};
}

type Save = (change: Partial<ActionItemState>) => Promise<void>;
type Change = 'done' | 'text' | 'owner' | 'due' | 'kind';

function changeRows({ done, owner, due, kind }: ActionItemState) {
	return [
		{ label: done ? 'It is not done after all' : 'It is done', description: '', change: 'done' },
		{ label: 'What is to be done…', description: '', change: 'text' },
		{ label: 'Who does it…', description: plain(owner ?? 'nobody yet'), change: 'owner' },
		{ label: 'By which day…', description: plain(due ?? 'not said'), change: 'due' },
		{ label: 'What it is for…', description: kind ?? 'not said', change: 'kind' },
	] as const satisfies readonly { readonly change: Change; readonly [name: string]: string }[];
}

const changes: Readonly<Record<Change, (item: ActionItemState, save: Save) => Promise<unknown>>> = {
	done: ({ done }, save) => save({ done: !done }),
	text: ({ text }, save) =>
		typeAndSave({ title: 'Change Action Item', prompt: 'What should be done?', value: text }, (typed) =>
			save({ text: oneLine(typed) }),
		),
	owner: ({ text, owner }, save) =>
		typeAndSave(ownerBox(text, owner ?? ''), (typed) => save({ owner: orNone(typed) })),
	due: ({ text, due }, save) => typeAndSave(dueBox(text, due ?? ''), (typed) => save({ due: orNone(typed) })),
	kind: async ({ text }, save) => {
		const chosen = await askPurpose(text);
		if (chosen) await save({ kind: chosen.purpose });
	},
};

async function pickItem(
	items: ReadonlyMap<string, ActionItemState>,
	given: string | undefined,
): Promise<{ readonly id: string; readonly item: ActionItemState } | undefined> {
	const known = given === undefined ? undefined : items.get(given);
	if (given !== undefined && known) return { id: given, item: known };
	if (items.size === 0)
		throw new UserError('There is no action item. Add one with “Incident: Add Action Item…”.');
	const rows = [...items].map(([id, item]) => ({
		label: plain(item.text),
		description: plain(
			[item.done ? 'done' : '', item.owner ?? '', item.due ?? ''].filter(Boolean).join(' · '),
		),
		id,
		item,
	}));
	return pickRow('Change Action Item', 'Which one?', rows);
}
