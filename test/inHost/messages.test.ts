// Messages from the runbook's templates to a real server on loopback, with what a person answers given by withAnswers.
import * as assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { decodeLine } from '../../src/core/incident/line';
import { enter, withAnswers } from './dialogs';
import { showRunbook } from './record';

const command = (name: string): Thenable<unknown> =>
	vscode.commands.executeCommand(`runbookResponse.${name}`);

/** Types of all events of the record that are about messages, with their data. */
function recorded(): readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[] {
	const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
	const folder = path.join(root, '.git/runbook-response/incidents');
	return fs
		.readdirSync(folder, { recursive: true })
		.map(String)
		.filter((file) => file.endsWith('.jsonl'))
		.flatMap((file) => fs.readFileSync(path.join(folder, file), 'utf8').split('\n'))
		.flatMap((line) => {
			const found = decodeLine(line);
			return found.kind === 'event' && found.event.type.startsWith('message') ? [found.event] : [];
		})
		.map(({ type, data }) => ({ type, data: data as Readonly<Record<string, unknown>> }));
}

async function until(condition: () => boolean): Promise<void> {
	for (let left = 200; left > 0; left--) {
		if (condition()) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`Waited in vain for: ${condition.toString()}`);
}

suite('Messages', () => {
	const bodies: string[] = [];
	let connections = 0;
	let server: Server;
	let address = '';
	const allowPrivate = (value: boolean | undefined): Thenable<void> =>
		vscode.workspace
			.getConfiguration('runbookResponse')
			.update('targets.allowPrivate', value, vscode.ConfigurationTarget.Global);

	const setProxy = (value: string | undefined): Thenable<void> =>
		vscode.workspace.getConfiguration('http').update('proxy', value, vscode.ConfigurationTarget.Global);

	suiteSetup(async function () {
		if (process.env.HOST_UNTRUSTED === '1') this.skip();
		await vscode.extensions.getExtension('runbook-response.runbook-response')?.activate();
		server = createServer((request, response) => {
			let body = '';
			request.on('data', (part) => (body += String(part)));
			request.on('end', () => {
				bodies.push(body);
				response.end('{}');
			});
		});
		server.on('connection', () => connections++);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
		await showRunbook();
		await withAnswers({ inputs: ['Walls stay shut', enter], picks: ['SEV-2', enter, enter] }, () =>
			command('declareIncident'),
		);
	});
	suiteTeardown(async () => {
		if (process.env.HOST_UNTRUSTED === '1') return;
		await allowPrivate(undefined);
		server.close();
		await withAnswers({ inputs: ['', ''], buttons: ['Resolve'] }, () => command('resolveIncident'));
	});

	test('without a target the message can be copied, and marked as posted', async () => {
		await withAnswers({ picks: ['Empty Message'] }, () => command('postUpdate'));
		const editor = vscode.window.activeTextEditor;
		assert.equal(editor?.document.uri.scheme, 'untitled');
		await editor.edit((edit) =>
			edit.insert(new vscode.Position(0, 0), 'Looking into it. Next update at 14:00.'),
		);
		const { messages } = await withAnswers({}, () => command('sendDraft'));
		assert.match(messages[0] ?? '', /^Nothing is connected on this machine yet/);
		await withAnswers({ picks: ['Slack'] }, () => command('copyDraft'));
		assert.equal(await vscode.env.clipboard.readText(), 'Looking into it. Next update at 14:00.');
		const again = await withAnswers({}, () => command('copyDraft'));
		assert.deepEqual(again.picks, [['Slack', 'Markdown', 'Plain Text']]);
		const mail = await withAnswers({}, () => command('mailDraft'));
		assert.equal(
			mail.messages[0],
			'Open a new mail in your mail program?\nSEV-2: Walls stay shut\n\nLooking into it. Next update at 14:00.',
		);
		await command('markDraftPosted');
		assert.notEqual(vscode.window.activeTextEditor?.document.uri.scheme, 'untitled');
	});

	test('a target on this machine is refused while the setting does not allow it', async () => {
		const answers = {
			picks: ['JSON webhook'],
			inputs: [address, 'Our hook'],
			buttons: ['Send Test Message'],
		};
		const { messages } = await withAnswers(answers, () => command('connectTarget'));
		assert.match(messages.at(-1) ?? '', /is not on the public internet, so nothing was sent/);
		assert.deepEqual(bodies, []);
	});

	test('so is a name that leads to this machine, whatever VS Code does with the connection', async () => {
		const answers = {
			picks: ['JSON webhook'],
			inputs: [address.replace('127.0.0.1', 'localhost'), 'By name'],
			buttons: ['Send Test Message'],
		};
		const { messages } = await withAnswers(answers, () => command('connectTarget'));
		assert.match(messages.at(-1) ?? '', /^localhost is not on the public internet, so nothing was sent/);
		assert.equal(connections, 0);
		await withAnswers({ picks: ['By name'] }, () => command('disconnectTarget'));
	});

	test('what is not reached is not lost: it waits, and says so', async () => {
		await allowPrivate(true);
		await withAnswers({ picks: ['Empty Message'] }, () => command('postUpdate'));
		const editor = vscode.window.activeTextEditor;
		await editor?.edit((edit) =>
			edit.insert(new vscode.Position(0, 0), '<!channel> rolling back. Next update at 14:15.'),
		);
		const shown = await withAnswers({ picks: ['$(send) Our hook'], buttons: ['Send'] }, () =>
			command('sendDraft'),
		);
		assert.match(
			shown.messages[0] ?? '',
			/^Send this to Our hook\?\n<!channel> rolling back\. Next update at 14:15\.$/,
		);
		// The server speaks http, the address https: no connection comes about.
		await until(() => recorded().some(({ type }) => type === 'messageFailed'));
		const failed = recorded().find(({ type }) => type === 'messageFailed');
		assert.match(String(failed?.data['reason']), /was not reached: it does not speak https/);
		assert.equal(typeof failed?.data['retryAt'], 'number');
		assert.deepEqual(bodies, []);
		const list = await withAnswers({ picks: ['$(sync) not sent yet'] }, () => command('showOutbox'));
		assert.match(list.picks[0]?.[0] ?? '', /not sent yet: Our hook/);
	});

	test('one that can never be sent is given up, and told', async () => {
		await allowPrivate(undefined);
		const { messages } = await withAnswers(
			{ picks: ['$(sync) not sent yet'], buttons: ['Try Again Now'] },
			async () => {
				await command('showOutbox');
				await until(() =>
					recorded().some(({ type, data }) => type === 'messageFailed' && !('retryAt' in data)),
				);
				await new Promise((resolve) => setTimeout(resolve, 500));
			},
		);
		assert.match(messages.at(-1) ?? '', /^Not sent to Our hook: 127\.0\.0\.1 is not on the public internet/);
	});

	test('who is escalated to is paged through what is connected, after a look', async () => {
		// Nothing of a test leaves this machine: behind this proxy there is nobody.
		await setProxy('http://127.0.0.1:9');
		const key = 'k'.repeat(32);
		await withAnswers({ picks: ['PagerDuty'], inputs: [key, 'On-call'] }, () => command('connectTarget'));
		const asked = await withAnswers(
			{ picks: ['Level 1'], inputs: ['two regions down'], buttons: ['Page Through On-call'] },
			() => command('escalate'),
		);
		assert.match(
			asked.messages[0] ?? '',
			/^Page .+ through On-call\?\nSEV-2: Walls stay shut\nEscalated to .+\ntwo regions down\n/,
		);
		await until(() => recorded().some(({ data }) => data['purpose'] === 'page'));
		const page = recorded().find(({ data }) => data['purpose'] === 'page');
		assert.equal(page?.data['label'], 'On-call');
		assert.doesNotMatch(JSON.stringify(recorded()), new RegExp(key));
		const given = await withAnswers({ picks: ['On-call'] }, async () => {
			await command('disconnectTarget');
			await until(() =>
				recorded().some(
					({ type, data }) =>
						type === 'messageFailed' && data['message'] === page.data['message'] && !('retryAt' in data),
				),
			);
			await new Promise((resolve) => setTimeout(resolve, 500));
		});
		assert.match(
			given.messages.at(-1) ?? '',
			/^Not sent to On-call: it is not connected on this machine any more/,
		);
		await setProxy(undefined);
	});

	test('a status page asks whether to mail its subscribers, and the first button does not', async () => {
		const secret = 'k'.repeat(36);
		await withAnswers({ picks: ['Statuspage'], inputs: [secret, 'p1', '', 'Our page'] }, () =>
			command('connectTarget'),
		);
		await withAnswers({ picks: ['Empty Message'] }, () => command('updateStatusPage'));
		await vscode.window.activeTextEditor?.edit((edit) =>
			edit.insert(new vscode.Position(0, 0), 'Logins fail. Next update at 14:30.'),
		);
		const { messages, buttons } = await withAnswers({ picks: ['$(send) Our page'] }, () =>
			command('sendDraft'),
		);
		assert.match(
			messages[0] ?? '',
			/^Send this to Our page\?\nThe page will say: investigating\n\nLogins fail/,
		);
		assert.deepEqual(buttons[0], ['Send, Mail Nobody', 'Send, Mail Subscribers']);
		await withAnswers({ picks: ['Our page'] }, () => command('disconnectTarget'));
		await command('markDraftPosted');
	});

	test('the secret is nowhere in the record', () => {
		assert.doesNotMatch(JSON.stringify(recorded()), /\/hook"/);
	});
});
