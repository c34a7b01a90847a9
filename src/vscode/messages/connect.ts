import * as vscode from 'vscode';
import {
	targetKinds,
	type HttpRequest,
	type HttpResponse,
	type SendContext,
	type Target,
	type TargetKind,
} from '../../core/comms/target';
import { targetRules } from '../../core/comms/targets';
import { isNoAnswer } from '../../core/comms/noAnswer';
import type { Clock, Ids } from '../../core/ports';
import { oneLine } from '../../core/printable';
import { isUserError, UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import type { TargetList } from './targetList';

export interface ConnectTools {
	readonly targets: TargetList;
	readonly ids: Ids;
	readonly clock: Clock;
	readonly send: (request: HttpRequest) => Promise<HttpResponse>;
}

/** Asks for everything a target needs, keeps its secret as a secret, and sends a test message when wanted. */
export function connectTargetHandler(tools: ConnectTools): Handler {
	return async () => {
		requireTrust('no message can be sent from it');
		const kind = await pickKind();
		const secret = kind && (await askSecret(kind));
		if (kind === undefined || secret === undefined) return;
		const options = await askOptions(kind);
		const label = options && (await askLabel(tools, kind, options));
		if (options === undefined || label === undefined) return;
		const target: Target = { id: tools.ids.next(), kind, label, options, baseUrl: undefined };
		await tools.targets.add(target, secret);
		await offerTest(tools, target, secret);
	};
}

/** Forgets a target and its secret. */
export function disconnectTargetHandler({ targets }: Pick<ConnectTools, 'targets'>): Handler {
	return async () => {
		if (targets.all.length === 0) throw new UserError('Nothing is connected on this machine.');
		const rows = targets.all.map(({ id, label, kind }) => ({
			id,
			label: plain(label),
			description: targetRules[kind].title,
		}));
		const chosen = await vscode.window.showQuickPick(rows, { title: 'Disconnect Message Target' });
		if (chosen) await targets.remove(chosen.id);
	};
}

async function pickKind(): Promise<TargetKind | undefined> {
	const rows = targetKinds.map((kind) => ({ label: targetRules[kind].title, target: kind }));
	const title = 'Connect Message Target (1/3)';
	return (await vscode.window.showQuickPick(rows, { title, placeHolder: 'Where should messages go?' }))
		?.target;
}

async function askSecret(kind: TargetKind): Promise<string | undefined> {
	const { secretPrompt, checkSecret, title } = targetRules[kind];
	const secret = await vscode.window.showInputBox({
		title: `Connect ${title} (2/3)`,
		prompt: `${secretPrompt}. It is kept in VS Code’s secret storage and nowhere else.`,
		password: true,
		ignoreFocusOut: true,
		validateInput: (text) => checkSecret(text.trim()),
	});
	return secret?.trim();
}

async function askOptions(kind: TargetKind): Promise<Readonly<Record<string, string>> | undefined> {
	const { options, title } = targetRules[kind];
	const answers: [string, string][] = [];
	for (const [name, prompt] of Object.entries(options)) {
		const answer = await vscode.window.showInputBox({
			title: `Connect ${title} (3/3)`,
			prompt,
			ignoreFocusOut: true,
		});
		if (answer === undefined) return undefined;
		answers.push([name, answer.trim()]);
	}
	return Object.fromEntries(answers);
}

async function askLabel(
	{ targets }: ConnectTools,
	kind: TargetKind,
	options: Readonly<Record<string, string>>,
): Promise<string | undefined> {
	const value = [targetRules[kind].title, options['channel']].filter(Boolean).join(' ');
	const label = await vscode.window.showInputBox({
		title: `Connect ${targetRules[kind].title}`,
		prompt: 'What people call it, such as “Slack #incidents”',
		value,
		ignoreFocusOut: true,
		validateInput: (text) => labelProblem(oneLine(text), targets),
	});
	return label === undefined ? undefined : oneLine(label);
}

function labelProblem(label: string, { all }: TargetList): string | undefined {
	if (label === '') return 'A name is needed to choose it by.';
	return all.some((target) => target.label === label)
		? 'Another target has this name already; give it one of its own.'
		: undefined;
}

async function offerTest(tools: ConnectTools, target: Target, secret: string): Promise<void> {
	const asksOnly = targetRules[target.kind].probe !== undefined;
	const test = asksOnly ? 'Test Connection' : 'Send Test Message';
	const calls = target.kind === 'pagerDuty';
	const sends = calls
		? 'Test it? This calls whoever is on call there, and is resolved at once.'
		: 'Send a test message? Whoever reads there will see it.';
	const warning = asksOnly ? 'Test the connection? Nothing is posted.' : sends;
	const question = plain(`${target.label} is connected. ${warning}`);
	if ((await vscode.window.showInformationMessage(question, test)) !== test) return;
	const problem = await trySending(tools, target, secret);
	if (problem !== undefined) throw new UserError(problem);
	void vscode.window.showInformationMessage(plain(`The test of ${target.label} went well.`));
}

/** What is wrong, in a sentence; `undefined` when the other end took it. A page is ended at once. */
async function trySending(tools: ConnectTools, target: Target, secret: string): Promise<string | undefined> {
	const rules = targetRules[target.kind];
	if (rules.probe) return lookOnly(tools, testContext(tools, { target, secret, purpose: 'announce' }));
	const purposes =
		target.kind === 'pagerDuty' ? (['page', 'resolve page'] as const) : (['announce'] as const);
	for (const purpose of purposes) {
		const context = testContext(tools, { target, secret, purpose });
		const problem = await problemOf(async () => {
			const result = rules.read(await tools.send(rules.request(context)));
			return result.kind === 'sent' ? undefined : result.reason;
		});
		if (problem !== undefined) return problem;
	}
	return undefined;
}

/** A public page gets no test message: it is only asked. */
function lookOnly(tools: ConnectTools, context: SendContext): Promise<string | undefined> {
	return problemOf(async () => {
		const { probe, read } = targetRules[context.target.kind];
		if (!probe) return undefined;
		const response = await tools.send(probe.request(context));
		const result = read(response);
		return response.status === 200 || result.kind === 'sent' ? undefined : result.reason;
	});
}

/** What a request says, or why there was none. */
async function problemOf(request: () => Promise<string | undefined>): Promise<string | undefined> {
	try {
		return await request();
	} catch (error) {
		if (isNoAnswer(error) || isUserError(error)) return error.message;
		throw error;
	}
}

function testContext(
	{ clock, ids }: ConnectTools,
	{
		target,
		secret,
		purpose,
	}: Pick<SendContext, 'target' | 'secret'> & { readonly purpose: 'page' | 'resolve page' | 'announce' },
): SendContext {
	const incident = {
		id: 'test',
		title: 'Test of Runbook Response',
		severity: 'SEV-3',
		status: 'investigating',
	} as const;
	return {
		target,
		secret,
		incident,
		key: `test/${ids.next()}`,
		mayBeSecond: false,
		firstVendorId: undefined,
		message: {
			message: 'test',
			device: '',
			target: target.id,
			kind: target.kind,
			label: target.label,
			purpose,
			audience: undefined,
			title: incident.title,
			text: 'This is a test. Nothing is wrong.',
			state: 'waiting',
			tries: 1,
			trying: true,
			mayHaveArrived: false,
			queuedAt: clock.now(),
			by: '',
		},
	};
}
