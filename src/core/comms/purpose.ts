import type { Audience, IncidentState, MessagePurpose } from '../incident/model';
import { isOpen } from '../incident/status';
import type { MessageTemplate } from '../runbook/model';
import type { Target } from './target';

/** What a person wants to say, by command. */
export type MessageKind = 'declare' | 'update' | 'customer' | 'support' | 'statusPage';

/** Whom it is for, and which of the runbook's templates fit, the likeliest first. */
export const messageKinds: Readonly<
	Record<MessageKind, { readonly audience: Audience; readonly templates: readonly MessageTemplate['kind'][] }>
> = {
	declare: { audience: 'internal', templates: ['declare'] },
	update: { audience: 'internal', templates: ['update', 'other'] },
	customer: { audience: 'customers', templates: ['customer', 'status page'] },
	support: { audience: 'support', templates: ['support'] },
	statusPage: { audience: 'status page', templates: ['status page', 'customer'] },
};

/** What a message does at the other end: a status page is opened, changed and resolved, a chat only told. */
export function purposeFor(
	target: Pick<Target, 'kind' | 'id'>,
	kind: MessageKind,
	state: IncidentState,
): MessagePurpose {
	if (target.kind !== 'statuspage') return kind === 'declare' ? 'announce' : 'update';
	if (!isOpen(state)) return 'resolve status page';
	const opened = [...state.outbox.values()].some(
		(message) =>
			message.target === target.id && message.purpose === 'open status page' && message.state !== 'dropped',
	);
	return opened ? 'update status page' : 'open status page';
}

/** Pagers wake people by the escalation ladder, not by messages. */
export function takesMessages({ kind }: Pick<Target, 'kind'>): boolean {
	return kind !== 'pagerDuty';
}

/** A status page speaks to its readers, whatever command the message came from. */
export function audienceFor(target: Pick<Target, 'kind'> | undefined, kind: MessageKind): Audience {
	return target?.kind === 'statuspage' ? 'status page' : messageKinds[kind].audience;
}

/**
 * Conditions, actions, needs: the report for when the runbook has no template, or somebody prefers it.
 * https://response.pagerduty.com/resources/glossary/
 */
export const canReport: Pick<MessageTemplate, 'title' | 'text' | 'placeholders'> = {
	title: 'Conditions, Actions, Needs',
	text: '[Severity], [T+XX]: [Title]\nConditions: [Current impact]\nActions: [What we are doing now]\nNeeds: [What we need]\nNext update: [Next update time]\n',
	placeholders: [
		'Severity',
		'T+XX',
		'Title',
		'Current impact',
		'What we are doing now',
		'What we need',
		'Next update time',
	].map((name) => ({ source: `[${name}]`, kind: 'free', name, options: [], line: 1 })),
};
