// In a test host modal dialogs are refused and messages stay unanswered, so a test answers in the person's place.
// The extension under test and its tests share one `vscode.window`.
import * as vscode from 'vscode';

/** What the person would do, in order: texts to type, and what a pick's label or a message's button starts with. */
export interface Answers {
	readonly inputs?: readonly string[];
	readonly picks?: readonly string[];
	readonly buttons?: readonly string[];
}

/** What was shown meanwhile: titles and items of picks, messages with their details. */
export interface Shown {
	readonly picks: string[][];
	readonly messages: string[];
}

type Message = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';
const messages: readonly Message[] = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'];

/** Runs `work` with the dialogs answered; puts the real ones back whatever happens. */
export async function withAnswers(answers: Answers, work: () => Thenable<unknown>): Promise<Shown> {
	const shown: Shown = { picks: [], messages: [] };
	const [inputs, picks, buttons] = [answers.inputs, answers.picks, answers.buttons].map((list) => [
		...(list ?? []),
	]);
	const window = vscode.window as unknown as Record<string, unknown>;
	const real = { ...window };
	window['showInputBox'] = () => Promise.resolve(inputs?.shift());
	window['showQuickPick'] = (items: readonly { readonly label: string }[]) => {
		shown.picks.push(items.map(({ label }) => label));
		const wanted = picks?.shift();
		return Promise.resolve(
			wanted === undefined ? undefined : items.find(({ label }) => label.startsWith(wanted)),
		);
	};
	for (const name of messages) {
		window[name] = (text: string, options?: { readonly detail?: string } | string) => {
			shown.messages.push(
				typeof options === 'object' && options.detail ? `${text}\n${options.detail}` : text,
			);
			return Promise.resolve(buttons?.shift());
		};
	}
	try {
		await work();
	} finally {
		for (const name of ['showInputBox', 'showQuickPick', ...messages]) window[name] = real[name];
	}
	return shown;
}
