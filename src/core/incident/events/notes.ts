import type { Draft } from '../draft';
import type { Fact } from '../envelope';
import { hasShape, isBoolean, isInstant, isString, optional } from '../guards';
import type { Instant } from '../model';
import type { EventRules } from '../rule';

/** What people write down, and what they take back. Nothing is ever deleted. */
export interface NoteEvents {
	/** `happenedAt` when it tells of something earlier. */
	readonly noteAdded: { readonly text: string; readonly happenedAt: Instant | undefined };
	/** `note` is the id of the event that added it. What it said before is kept. */
	readonly noteAmended: {
		readonly note: string;
		readonly text: string;
		readonly happenedAt: Instant | undefined;
	};
	readonly noteRetracted: { readonly note: string; readonly why: string };
	/** `entry` is the id of any event. */
	readonly entryPinned: { readonly entry: string; readonly pinned: boolean };
	/** Takes an event back: what it set is again as it was before, unless somebody has set it since. */
	readonly undone: { readonly of: string; readonly text: string };
}

export const noteRules: EventRules<NoteEvents> = {
	noteAdded: {
		isData: hasShape({ text: isString, happenedAt: optional(isInstant) }),
		apply: (draft, { id, data: { text, happenedAt }, at, by }) =>
			void draft.notes.set(id, {
				text,
				happenedAt: happenedAt ?? at,
				by,
				earlier: [],
				retracted: undefined,
			}),
		kind: 'note',
		describe: ({ text }) => text,
		happenedAt: (data) => data.happenedAt,
		undoable: true,
	},
	noteAmended: {
		isData: hasShape({ note: isString, text: isString, happenedAt: optional(isInstant) }),
		register: ({ note }) => `note:${note}`,
		apply: amend,
		kind: 'note',
		describe: ({ text }) => `A note was changed to: ${text}`,
		undoable: true,
	},
	noteRetracted: {
		isData: hasShape({ note: isString, why: isString }),
		register: ({ note }) => `retracted:${note}`,
		apply: (draft, { data: { note, why } }) => {
			const known = draft.notes.get(note);
			if (known) draft.notes.set(note, { ...known, retracted: why });
		},
		kind: 'note',
		describe: ({ why }) => (why === '' ? 'A note was taken back' : `A note was taken back: ${why}`),
		undoable: true,
	},
	entryPinned: {
		isData: hasShape({ entry: isString, pinned: isBoolean }),
		register: ({ entry }) => `pin:${entry}`,
		apply: (draft, { data: { entry, pinned } }) => {
			if (pinned) draft.pinned.add(entry);
			else draft.pinned.delete(entry);
		},
		kind: 'note',
		describe: ({ pinned }) => (pinned ? 'A timeline entry was pinned' : 'A timeline entry was unpinned'),
		undoable: true,
	},
	undone: {
		isData: hasShape({ of: isString, text: isString }),
		kind: 'note',
		describe: ({ text }) => `Undone: ${text}`,
		undoable: true,
	},
};

function amend(draft: Draft, { data }: Fact<NoteEvents['noteAmended']>): void {
	const known = draft.notes.get(data.note);
	if (!known) return;
	const earlier = known.text === data.text ? known.earlier : [...known.earlier, known.text];
	const happenedAt = data.happenedAt ?? known.happenedAt;
	draft.notes.set(data.note, { ...known, text: data.text, happenedAt, earlier });
}
