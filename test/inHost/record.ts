// What the extension recorded, read from the disk, and how its commands are called.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { EventType, IncidentEvent, UnknownEvent } from '../../src/core/incident/events';
import { decodeLine } from '../../src/core/incident/line';
import { withAnswers, type Answers } from './dialogs';

export const folder = (): string => vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
export const recordRoot = (): string => path.join(folder(), '.git/runbook-response/incidents');

export const command = (name: string, argument?: unknown, selected?: unknown): Thenable<unknown> =>
	vscode.commands.executeCommand(`runbookResponse.${name}`, argument, selected);

/** Every event of every incident in the workspace, file by file. */
export function recorded(): readonly (IncidentEvent | UnknownEvent)[] {
	const root = recordRoot();
	const files = fs.existsSync(root) ? fs.readdirSync(root, { recursive: true }).map(String) : [];
	return files
		.filter((file) => file.endsWith('.jsonl') && fs.statSync(path.join(root, file)).isFile())
		.flatMap((file) => fs.readFileSync(path.join(root, file), 'utf8').split('\n'))
		.flatMap((line) => {
			const found = decodeLine(line);
			return found.kind === 'event' ? [found.event] : [];
		});
}

/** The events of one type, in the order they were written. */
export function recordedOf<T extends EventType>(type: T): readonly Extract<IncidentEvent, { type: T }>[] {
	return recorded().filter((event): event is Extract<IncidentEvent, { type: T }> => event.type === type);
}

/** Runs a command and says which events it recorded. */
export async function does(name: string, answers: Answers = {}, argument?: unknown, selected?: unknown) {
	const before = new Set(recorded().map(({ id }) => id));
	const shown = await withAnswers(answers, () => command(name, argument, selected));
	return { ...shown, events: recorded().filter(({ id }) => !before.has(id)) as readonly IncidentEvent[] };
}

/** In Restricted Mode all of this is refused; that is tested elsewhere. */
export function trustedOnly(): void {
	suiteSetup(function () {
		if (process.env.HOST_UNTRUSTED === '1') this.skip();
	});
}

/** Waits for a condition; `nudge` is done before each look. */
export async function until(
	condition: () => boolean | undefined | Promise<boolean>,
	nudge?: () => Thenable<unknown>,
): Promise<void> {
	for (let left = 300; left > 0; left--) {
		await nudge?.();
		if (await condition()) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`Waited in vain for: ${condition.toString()}`);
}

export const runbookFile = (): string => path.join(folder(), 'runbooks/INCIDENT_RESPONSE.md');

/** Starts the extension and waits until it has the sample's runbook. */
export async function showRunbook(): Promise<void> {
	await vscode.extensions.getExtension('runbook-response.runbook-response')?.activate();
	await until(
		() => vscode.window.activeTextEditor?.document.fileName === runbookFile(),
		() => command('openRunbook').then(undefined, () => undefined),
	);
}
