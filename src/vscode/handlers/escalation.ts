import type { IncidentState } from '../../core/incident/model';
import type { EventData } from '../../core/incident/events';
import type { EscalationException, EscalationLevel, Runbook } from '../../core/runbook/model';
import { applyingException, levelName } from '../../core/schedule/escalationClock';
import { contactsOf, contactText } from '../../core/schedule/levelContacts';
import type { Handler } from '../commands';
import type { Paging } from '../messages/paging';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { anyText, pickRow, typeAndSave, typeText } from './ask';
import { say } from './say';
import type { ClockTools } from './updates';

const refusal = 'nothing can be recorded in it';

/** Somebody is on it: the ladder stops. */
export function acknowledgeHandler({ session }: ClockTools): Handler {
	return async () => {
		requireTrust(refusal);
		const { title, record } = session.requireCurrent();
		await record('acknowledged', { person: undefined });
		say(`Acknowledged: ${title}`);
	};
}

/** A row is what will be written down, or nothing but that somebody is on it. */
interface Row {
	readonly label: string;
	readonly description: string;
	readonly detail: string;
	readonly page: Omit<EventData['escalated'], 'why'> | undefined;
}

export interface EscalationTools extends ClockTools {
	readonly paging: Pick<Paging, 'offer'>;
}

/**
 * Shows whom the runbook names for each level, with what that level may do and how soon it answers, and writes down
 * whom the person pages. What is connected and pages people is offered after that, with what it would be sent.
 */
export function escalateHandler(tools: EscalationTools): Handler {
	return async () => {
		requireTrust(refusal);
		const incident = tools.session.requireCurrent();
		const { state, record } = incident;
		const runbook = tools.agenda.runbookOf(state);
		const levels = runbook?.escalation.levels ?? [];
		const page = runbook && levels.length > 0 ? await askLevel(state, runbook) : await askName(state);
		if (page === 'acknowledge') return acknowledgeHandler(tools)(undefined);
		if (!page) return;
		const contacts = page.contacts.join(', ') || 'nobody in particular; the runbook names no contact';
		let reason: string | undefined;
		const saved = await typeAndSave(
			{
				title: `Escalate to ${plain(page.name)}`,
				prompt: plain(`Page: ${contacts}. Enter writes it down; it sends nothing.`),
				placeHolder: 'Why? May stay empty.',
				validate: anyText,
			},
			(typed) => record('escalated', { ...page, why: (reason = typed === '' ? undefined : typed) }),
		);
		if (!saved) return;
		say(`Escalated to ${page.name}`);
		await tools.paging.offer(incident, { ...page, why: reason });
	};
}

async function askLevel(state: IncidentState, runbook: Runbook): Promise<Row['page'] | 'acknowledge'> {
	const { levels, exceptions } = runbook.escalation;
	const acknowledge: Row = {
		label: '$(check) Acknowledge',
		description: 'instead: somebody is on it',
		detail: '',
		page: undefined,
	};
	const applying = applyingException(state, runbook.escalation);
	const all = exceptions
		.filter(({ allLevels }) => allLevels)
		.map((exception) => exceptionRow(exception, runbook, exception === applying));
	const ladder = levels.map((level, index) => levelRow(level, index + 1, state, runbook));
	const rows = [
		...(state.escalation.acknowledged ? [] : [acknowledge]),
		...(applying ? [...all, ...ladder] : [...ladder, ...all]),
	];
	const chosen = await pickRow('Escalate', 'Whom do you page?', rows);
	return chosen === acknowledge ? 'acknowledge' : chosen?.page;
}

function levelRow(
	level: EscalationLevel,
	number: number,
	{ escalation }: IncidentState,
	{ contacts: known }: Runbook,
): Row {
	const contacts = contactsOf(level, known).map(contactText);
	const next = number === escalation.level + 1 && !escalation.acknowledged;
	const details = [
		contacts.length > 0 ? contacts.join(', ') : 'no contact in the runbook',
		level.authority === undefined ? '' : `May: ${level.authority}`,
		level.respond.length === 0 ? '' : `Answers: ${level.respond.join(', ')}`,
		level.trigger === undefined ? '' : `When: ${level.trigger}`,
	];
	return {
		label: plain(`Level ${number}: ${levelName(level)}`),
		description: number <= escalation.level ? 'paged already' : next ? 'next' : '',
		detail: plain(details.filter(Boolean).join(' · ')),
		page: { level: number, name: levelName(level), contacts },
	};
}

function exceptionRow(
	{ title, rules }: EscalationException,
	{ escalation: { levels }, contacts }: Pick<Runbook, 'escalation' | 'contacts'>,
	applies: boolean,
): Row {
	return {
		label: `$(megaphone) ${plain(`All Levels at Once: ${title}`)}`,
		description: applies ? 'applies to this incident' : '',
		detail: plain(rules.join(' · ')),
		page: {
			level: levels.length,
			name: `all levels (${title})`,
			contacts: [...new Set(levels.flatMap((level) => contactsOf(level, contacts)).map(contactText))],
		},
	};
}

/** Without a ladder in the runbook somebody can still be called. */
async function askName({ escalation, title }: IncidentState): Promise<Row['page']> {
	const name = await typeText({
		title: `Escalate: ${plain(title)}`,
		prompt: 'The runbook has no escalation levels. Whom do you page?',
	});
	return name ? { level: escalation.level + 1, name, contacts: [] } : undefined;
}
