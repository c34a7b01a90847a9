import * as vscode from 'vscode';
import { Reminders, type Reminder, type ReminderMemory } from '../app/reminders';
import type { Log } from '../core/ports';
import { isPutOff, reminderText } from '../core/schedule/whenDue';
import { runGuarded } from './commands';
import { doDue } from './handlers/dueActions';
import { snooze, snoozeChoices, type ClockTools } from './handlers/updates';
import { plain } from './plain';
import type { RunbookSource } from './runbookSource';

export interface ReminderParts extends ClockTools {
	readonly source: RunbookSource;
	readonly log: Log;
	readonly memory: vscode.Memento;
}

/** Reminders as notifications; an answer is done at once, or recorded. */
export function createReminders(parts: ReminderParts): vscode.Disposable {
	const { agenda, clock, log } = parts;
	const reminders = new Reminders({
		focused: () => vscode.window.state.focused,
		show: (reminder) => runGuarded(log, () => ask(parts, reminder)),
		memory: mementoMemory(parts.memory),
	});
	return agenda.onDidTick(() => reminders.tick(clock.now(), agenda.all));
}

const doIt = 'Do It';
/** What it says on a button -> minutes; for good without. */
const snoozes: ReadonlyMap<string, number | undefined> = new Map([
	...snoozeChoices.map((minutes) => [`Snooze ${minutes} min`, minutes] as const),
	['Stop', undefined],
]);

async function ask(parts: ReminderParts, reminder: Reminder): Promise<void> {
	const text = plain(textOf(parts, reminder));
	const answer = await vscode.window.showWarningMessage(text, doIt, ...snoozes.keys());
	if (answer !== undefined) await take(parts, reminder, answer);
}

/** Which incident is meant is said when another one could be; what was missed too is named. */
function textOf({ session, clock }: ReminderParts, { incident, item, also }: Reminder): string {
	const state = session.all.find(({ id }) => id === incident);
	const [first, second, ...rest] = also.map(({ title }) => title);
	const others = [first, second].filter((title) => title !== undefined).join(', ');
	return [
		state?.kind === 'drill' ? 'Drill: ' : '',
		state && session.current?.id !== incident ? `${state.title}: ` : '',
		reminderText(item, clock.now()),
		others === '' ? '' : `. Late too: ${others}`,
		rest.length === 0 ? '' : ` and ${rest.length} more`,
	].join('');
}

/** By the time of the answer somebody else may have done it, here or in another window. */
async function take(parts: ReminderParts, { incident, item }: Reminder, answer: string): Promise<void> {
	const { session, clock, source } = parts;
	const now = clock.now();
	const due = parts.agenda.all
		.find((agenda) => agenda.incident === incident)
		?.items.find(({ id, dueAt }) => id === item.id && dueAt <= Math.max(now, item.dueAt));
	const bound = session.bind(incident);
	if (!due || !bound || isPutOff(due, now)) {
		void vscode.window.showInformationMessage(plain(`Settled meanwhile: ${item.title}.`));
		return;
	}
	if (answer !== doIt) return snooze(bound, item, snoozes.get(answer), clock);
	if (session.current?.id !== incident) session.choose(incident);
	await doDue(due, source);
}

const memoryKey = 'remindersTold';

/** Of this workspace, so that a reload repeats nothing. */
function mementoMemory(memory: vscode.Memento): ReminderMemory {
	return {
		load: () => new Map(readEntries(memory.get<unknown>(memoryKey))),
		save: (told) => void memory.update(memoryKey, [...told]),
	};
}

function readEntries(stored: unknown): readonly (readonly [string, number])[] {
	const entries: readonly unknown[] = Array.isArray(stored) ? stored : [];
	return entries.flatMap((entry) => {
		const [key, at] = (Array.isArray(entry) ? entry : []) as readonly unknown[];
		return typeof key === 'string' && typeof at === 'number' ? [[key, at] as const] : [];
	});
}
