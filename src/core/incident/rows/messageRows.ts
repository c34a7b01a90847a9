import type { OutboxMessage } from '../model';
import { count, toRow, toSection, type IncidentFacts, type IncidentRow, type RowRule } from './row';

/** Messages that have not got out, the oldest first: what is thought to be said and is not. */
export const messageRows: RowRule = ({ outbox }, facts) => {
	const stuck = [...outbox.values()].filter(({ state }) => state === 'waiting' || state === 'failed');
	return toSection(
		'messages',
		{ label: 'Not sent yet', icon: 'attention', description: count(stuck.length, 'message'), expanded: true },
		stuck.map((message) => messageRow(message, facts)),
	);
};

function messageRow(message: OutboxMessage, { time }: IncidentFacts): IncidentRow {
	const { state, label, reason, retryAt, queuedAt, by, text, trying, mayHaveArrived } = message;
	const failed = state === 'failed';
	const sender = `from the machine of ${by}`;
	const next = retryAt === undefined ? `being sent ${sender}` : `next try at ${time(retryAt)} ${sender}`;
	const doubt = trying || mayHaveArrived ? 'may have arrived' : undefined;
	return toRow({
		id: `message:${message.message}`,
		kind: 'message',
		subject: message.message,
		icon: failed ? 'attention' : 'clock',
		label: `${failed ? 'Not sent' : 'Waiting'} · ${label}`,
		description: [failed ? (reason ?? 'no reason given') : next, doubt].filter(Boolean).join(' · '),
		details: [
			reason,
			failed ? undefined : next,
			doubt,
			`Written by ${by} at ${time(queuedAt)}`,
			text.slice(0, 500),
		],
	});
}
