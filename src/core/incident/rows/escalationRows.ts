import type { Contact, EscalationLevel } from '../../runbook/model';
import type { EscalationState } from '../model';
import { toRow, type IncidentFacts, type IncidentRow, type RowRule } from './row';

/** How far up the ladder pages have gone, whether anybody has answered, and whom the next one reaches. */
export const escalationRows: RowRule = ({ escalation }, facts) => {
	const { levels, contacts, time } = facts;
	if (levels.length === 0 && escalation.level === 0 && !escalation.acknowledged) return [];
	const { level, acknowledged } = escalation;
	const name = levels[level - 1]?.name;
	const total = Math.max(levels.length, level);
	const paged = `level ${level} of ${total}${name === undefined ? '' : `, ${name}`}`;
	return [
		toRow({
			id: 'escalation',
			kind: 'escalation',
			icon: acknowledged ? 'answered' : level > 0 ? 'attention' : 'escalation',
			label: `Escalation: ${level === 0 ? 'nobody paged yet' : paged}`,
			description: answerWords(escalation, time),
			children: [
				...levels.map((each, index) => levelRow(each, index + 1, { escalation, facts })),
				...contacts.map(contactRow),
			],
		}),
	];
};

/** `paged at 12:04, not acknowledged`, `acknowledged by Kim at 12:06`. */
export function answerWords(
	{ level, at, acknowledged }: EscalationState,
	time: (instant: number) => string,
): string {
	if (acknowledged) return `acknowledged by ${acknowledged.by} at ${time(acknowledged.at)}`;
	if (level === 0) return 'not acknowledged';
	return at === undefined ? 'not acknowledged' : `paged at ${time(at)}, not acknowledged`;
}

function levelRow(
	{ name, role, respond, authority, trigger, line }: EscalationLevel,
	number: number,
	{ escalation, facts }: { readonly escalation: EscalationState; readonly facts: IncidentFacts },
): IncidentRow {
	const reached = number <= escalation.level ? 'paged' : 'not paged';
	const people = contactsOf({ name, role }, facts.contacts).map(contactWords);
	return toRow({
		id: `level:${number}`,
		kind: 'level',
		subject: String(number),
		icon: number <= escalation.level ? 'escalation' : 'open',
		line,
		label: `Level ${number}: ${name}`,
		description: [reached, role, ...people].filter(Boolean).join(' · '),
		details: [
			reached,
			role,
			...people,
			...respond.map((text) => `Responds: ${text}`),
			authority && `May: ${authority}`,
			trigger && `When: ${trigger}`,
		],
	});
}

/** The contacts that carry the name or the role of a level. */
export function contactsOf(
	{ name, role }: Pick<EscalationLevel, 'name' | 'role'>,
	contacts: readonly Contact[],
): readonly Contact[] {
	const wanted = [name, role].flatMap((text) => (text ? text.toLowerCase().trim() : []));
	return contacts.filter((contact) => wanted.includes(contact.name.toLowerCase().trim()));
}

function contactWords({ name, value, placeholder }: Contact): string {
	return placeholder ? `${name}: not filled in yet` : `${name}: ${value}`;
}

function contactRow({ name, value, placeholder, line }: Contact): IncidentRow {
	return toRow({
		id: `contact:${line}:${name}`,
		kind: 'contact',
		subject: placeholder ? '' : value,
		icon: placeholder ? 'attention' : 'contact',
		line,
		label: name,
		description: placeholder ? 'not filled in yet' : value,
	});
}
