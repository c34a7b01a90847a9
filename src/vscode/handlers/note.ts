import type { NoteState } from '../../core/incident/model';
import { readTimedText, type TimedTextProblem } from '../../core/incident/timedText';
import { oneLine } from '../../core/printable';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { entryIn } from './argument';
import { anyText, pickRow, typeAndSave } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

const timeHint = 'A time before it sets when it happened: -10m, 14:05.';

const problems: Readonly<Record<TimedTextProblem, string>> = {
	empty: 'Write a few words, or press Escape to leave.',
	onlyTime: 'Write what happened after the time.',
	future: 'That time has not come yet.',
};

export function addNoteHandler({ session, clock }: IncidentTools): Handler {
	return async () => {
		requireTrust('no note can be recorded in it');
		const { title, record } = session.requireCurrent();
		await typeAndSave(
			{
				title: `Add Note: ${title}`,
				prompt: `What happened, or what do you know now? ${timeHint}`,
				placeHolder: '-10m pool exhausted on eu-2',
				validate: (text) => problemOf(text, clock.now()),
			},
			async (typed) => {
				const { text, at } = timed(typed, clock.now());
				await record('noteAdded', { text, happenedAt: at });
				say(`Noted: ${text}`);
			},
		);
	};
}

/** Changes what a note says, or when it happened. What it said before stays in the record. */
export function editEntryHandler({ session, clock }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('no note can be changed in it');
		const { state, record } = session.requireCurrent();
		const picked = await pickNote(state.notes, argument, 'Edit Timeline Entry');
		if (!picked) return;
		await typeAndSave(
			{
				title: 'Edit Timeline Entry',
				prompt: `What it said before is kept. ${timeHint}`,
				value: picked.note.text,
				validate: (text) => problemOf(text, clock.now()),
			},
			async (typed) => {
				const { text, at } = timed(typed, clock.now());
				await record('noteAmended', { note: picked.id, text, happenedAt: at });
				say(`The note now says: ${text}`);
			},
		);
	};
}

/** Marks a note as no longer true. It stays in the record. */
export function retractEntryHandler({ session }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('no note can be changed in it');
		const { state, record } = session.requireCurrent();
		const picked = await pickNote(state.notes, argument, 'Retract Timeline Entry');
		if (!picked) return;
		await typeAndSave(
			{
				title: `Retract: ${oneLine(picked.note.text)}`,
				prompt: 'Why is it not true after all? Enter without words will do; Escape leaves it as it is.',
				validate: anyText,
			},
			async (why) => {
				await record('noteRetracted', { note: picked.id, why });
				say(`Retracted, and kept in the record: ${picked.note.text}`);
			},
		);
	};
}

function problemOf(text: string, now: number): string | undefined {
	const read = readTimedText(text, now);
	return typeof read === 'string' ? problems[read] : undefined;
}

function timed(typed: string, now: number): { readonly text: string; readonly at: number | undefined } {
	const read = readTimedText(typed, now);
	if (typeof read === 'string') throw new UserError(problems[read]);
	return read;
}

interface PickedNote {
	readonly id: string;
	readonly note: NoteState;
}

/** The note meant, newest first. Throws when the entry is none, and says what to do instead. */
async function pickNote(
	notes: ReadonlyMap<string, NoteState>,
	argument: unknown,
	title: string,
): Promise<PickedNote | undefined> {
	const entry = entryIn(argument);
	if (entry !== undefined) {
		const note = notes.get(entry);
		if (note) return { id: entry, note };
		throw new UserError(
			'Only notes can be edited or retracted; other entries say what was done. To take one back, use “Incident: Undo…”.',
		);
	}
	const rows = [...notes]
		.filter(([, note]) => note.retracted === undefined)
		.reverse()
		.map(([id, note]) => ({ label: plain(oneLine(note.text)), description: plain(note.by), id, note }));
	if (rows.length === 0) throw new UserError('There is no note yet. Add one with “Incident: Add Note…”.');
	return pickRow(title, 'Which note?', rows);
}
