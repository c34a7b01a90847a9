import * as vscode from 'vscode';
import { composeMessage, renderMessage } from '../../core/comms/compose';
import type { ComposeFacts } from '../../core/comms/composeFacts';
import { canReport, messageKinds, type MessageKind } from '../../core/comms/purpose';
import type { Audience, IncidentState, Instant } from '../../core/incident/model';
import type { Clock } from '../../core/ports';
import type { MessageTemplate, Runbook } from '../../core/runbook/model';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import { requireTrust } from '../trust';
import { askGaps } from './askGaps';
import type { MessageDrafts } from './drafts';

export interface ComposeTools {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly clock: Clock;
	readonly drafts: MessageDrafts;
	/** When an audience is told again, from the runbook's clocks. */
	readonly nextUpdateAt: (
		state: IncidentState,
		runbook: Runbook | undefined,
		audience: Audience,
	) => Instant | undefined;
}

const titles: Readonly<Record<MessageKind, string>> = {
	declare: 'Declare in Chat',
	update: 'Post Update',
	customer: 'Notify Customers',
	support: 'Brief Support',
	statusPage: 'Update Status Page',
};

/** Fills the runbook's own message from the record, asks for the rest, and opens it as a draft. Nothing is sent yet. */
export function composeHandler(tools: ComposeTools, kind: MessageKind): Handler {
	return async () => {
		requireTrust('no message can be sent from it');
		const incident = tools.session.requireCurrent();
		const runbook = tools.source.loaded?.runbook;
		const template = await pickTemplate(runbook, kind);
		if (!template) return;
		const composition = composeMessage(template, factsFor(tools, incident.state, kind));
		const answers = await askGaps(composition, `${titles[kind]}: ${incident.title}`);
		await tools.drafts.open({ incident, kind }, renderMessage(composition, answers));
	};
}

type Choice = Pick<MessageTemplate, 'title' | 'text' | 'placeholders'>;

async function pickTemplate(runbook: Runbook | undefined, kind: MessageKind): Promise<Choice | undefined> {
	const { templates } = messageKinds[kind];
	const fitting = templates.flatMap(
		(wanted) => runbook?.templates.filter((one) => one.kind === wanted) ?? [],
	);
	const rows = [
		...fitting.map((template) => ({
			label: plain(template.title),
			description: `runbook line ${template.line}`,
			template: template satisfies Choice,
		})),
		{ label: canReport.title, description: 'a short report', template: canReport },
		{
			label: 'Empty Message',
			description: 'write it yourself',
			template: { title: '', text: '', placeholders: [] },
		},
	];
	const chosen = await vscode.window.showQuickPick(rows, {
		title: titles[kind],
		placeHolder: 'Which message?',
	});
	return chosen?.template;
}

function factsFor(
	{ source, clock, nextUpdateAt }: ComposeTools,
	state: IncidentState,
	kind: MessageKind,
): ComposeFacts {
	const runbook = source.loaded?.runbook;
	return {
		state,
		roles: runbook?.roles ?? [],
		channels: runbook?.channels ?? [],
		now: clock.now(),
		nextUpdateAt: nextUpdateAt(state, runbook, messageKinds[kind].audience),
		time: timeText,
	};
}

/** Readers sit in other time zones: `14:05 (UTC+1)`. */
function timeText(instant: Instant): string {
	const date = new Date(instant);
	const time = date.toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	const zone = date.toLocaleTimeString('en', { timeZoneName: 'shortOffset' }).split(' ').at(-1) ?? '';
	return `${time} (${zone.replace('GMT', 'UTC')})`;
}
