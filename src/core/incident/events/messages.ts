import { hasShape, isBoolean, isFiniteNumber, isInstant, isString, oneOf, optional } from '../guards';
import { audiences, messagePurposes, type Instant, type QueuedMessage } from '../model';
import type { EventRules } from '../rule';

/**
 * The outbox. A message is written down before any of it leaves the machine; each try, before it is made: so that after
 * a crash in the middle it is known that it may have got through.
 */
export interface MessageEvents {
	readonly messageQueued: QueuedMessage;
	readonly messageTried: { readonly message: string; readonly attempt: number };
	/** `vendorId` names it at the other end: a thread, an incident of the status page. */
	readonly messageSent: { readonly message: string; readonly vendorId: string | undefined };
	/** `mayHaveArrived`: the answer got lost, not the message, as far as anybody knows. Without `retryAt` it was given up. */
	readonly messageFailed: {
		readonly message: string;
		readonly reason: string;
		readonly mayHaveArrived: boolean;
		readonly retryAt: Instant | undefined;
	};
	/** Somebody wants it tried again now. */
	readonly messageRetried: { readonly message: string };
	/** Not sent on purpose: something newer replaced it, or its time is over. */
	readonly messageDropped: { readonly message: string; readonly why: string };
}

export const messageRules: EventRules<MessageEvents> = {
	messageQueued: {
		isData: hasShape({
			message: isString,
			device: isString,
			target: isString,
			kind: isString,
			label: isString,
			purpose: oneOf(messagePurposes),
			audience: optional(oneOf(audiences)),
			title: isString,
			text: isString,
			tellsSubscribers: optional(isBoolean),
			pageStatus: optional(isString),
			componentStatus: optional(isString),
		}),
		apply: (draft, { data, at, by }) => {
			if (draft.outbox.has(data.message)) return;
			draft.outbox.set(data.message, {
				...data,
				state: 'waiting',
				tries: 0,
				trying: false,
				mayHaveArrived: false,
				queuedAt: at,
				by,
			});
		},
		kind: 'message',
		describe: ({ label, text }) => `To ${label}: ${text}`,
		undoable: false,
	},
	messageTried: {
		isData: hasShape({ message: isString, attempt: isFiniteNumber }),
		apply: ({ outbox }, { data: { message, attempt } }) => {
			const known = outbox.get(message);
			if (known?.state !== 'waiting') return;
			// A try that never ended was cut off; nobody can say how far it came.
			const mayHaveArrived = known.mayHaveArrived || known.trying;
			outbox.set(message, { ...known, tries: attempt, trying: true, mayHaveArrived });
		},
		kind: 'message',
		describe: ({ attempt }) => `Sending, try ${attempt}`,
		undoable: false,
	},
	messageSent: {
		isData: hasShape({ message: isString, vendorId: optional(isString) }),
		apply: ({ outbox, updates }, { data: { message, vendorId }, at }) => {
			const known = outbox.get(message);
			if (!known) return;
			// What got through is an update of its audience, whose clock starts anew.
			if (known.audience !== undefined) updates.set(known.audience, { text: known.text, at, by: known.by });
			outbox.set(message, { ...known, state: 'sent', trying: false, sentAt: at, vendorId });
		},
		kind: 'message',
		describe: () => 'Sent',
		undoable: false,
	},
	messageFailed: {
		isData: hasShape({
			message: isString,
			reason: isString,
			mayHaveArrived: isBoolean,
			retryAt: optional(isInstant),
		}),
		apply: ({ outbox }, { data: { message, reason, mayHaveArrived, retryAt } }) => {
			const known = outbox.get(message);
			if (!known || known.state === 'sent') return;
			const state = retryAt === undefined ? 'failed' : 'waiting';
			const doubt = known.mayHaveArrived || mayHaveArrived;
			outbox.set(message, { ...known, state, trying: false, mayHaveArrived: doubt, reason, retryAt });
		},
		kind: 'message',
		describe: ({ reason, retryAt }) =>
			retryAt === undefined ? `Not sent: ${reason}` : `Not sent yet: ${reason}`,
		undoable: false,
	},
	messageRetried: {
		isData: hasShape({ message: isString }),
		apply: ({ outbox }, { data: { message }, at }) => {
			const known = outbox.get(message);
			// As good as written now: a page that was too old is meant again.
			if (known?.state === 'failed' || known?.state === 'waiting')
				outbox.set(message, { ...known, state: 'waiting', tries: 0, retryAt: undefined, queuedAt: at });
		},
		kind: 'message',
		describe: () => 'Trying to send again',
		undoable: false,
	},
	messageDropped: {
		isData: hasShape({ message: isString, why: isString }),
		apply: ({ outbox }, { data: { message, why } }) => {
			const known = outbox.get(message);
			if (known && known.state !== 'sent') outbox.set(message, { ...known, state: 'dropped', reason: why });
		},
		kind: 'message',
		describe: ({ why }) => `Not sent, on purpose: ${why}`,
		undoable: false,
	},
};
