import type { Contact, EscalationLevel } from '../../runbook/model';
import type { EscalationState } from '../model';
import { toRow, type IncidentFacts, type IncidentRow, type RowRule } from './row';

/** How far up the ladder pages have gone, whether anybody has answered, and whom the next one reaches. */
export const escalationRows: RowRule = ({ escalation }, facts) => {
	const { levels, contacts, time } = facts;
	if (levels.length === 0 && escalation.level === 0 && !escalation.acknowledged) return [];
	const { level, acknowledged } = escalation;
	return [
		toRow({
			id: 'escalation',
			kind: 'escalation',
			icon: acknowledged ? 'answered' : level > 0 ? 'attention' : 'escalation',
			label: escalationLabel(escalation),
			description: [
				levelWords(escalation, levels),
				level > 0 || acknowledged ? answerWords(escalation, time) : '',
			]
				.filter(Boolean)
				.join(' · '),
			children: [
				...levels.map((each, index) => levelRow(each, index + 1, { escalation, facts })),
				...contacts.map(contactRow),
			],
		}),
	];
};

/** Whether anybody has answered comes first: the end is what a narrow side bar cuts off. */
function escalationLabel({ level, acknowledged }: EscalationState): string {
	if (acknowledged) return `Acknowledged by ${acknowledged.by}`;
	return level === 0 ? 'Nobody paged yet' : `Not acknowledged: level ${level}`;
}

/** `level 2 of 3, Duty Manager`; '' before any page. */
export function levelWords(
	{ level }: Pick<EscalationState, 'level'>,
	levels: readonly Pick<EscalationLevel, 'name'>[],
): string {
	if (level === 0) return '';
	const name = levels[level - 1]?.name;
	return `level ${level} of ${Math.max(levels.length, level)}${name === undefined ? '' : `, ${name}`}`;
}

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
