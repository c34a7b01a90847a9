import * as vscode from 'vscode';

/** What a step of several came to: an answer, the step before is wanted, or the person left. */
export type Answer<T> =
	{ readonly kind: 'answered'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'left' };

/** Where a question stands among several. There is no way back from the first. */
export interface Step {
	readonly title: string;
	readonly step: number;
	readonly totalSteps: number;
}

export interface TextQuestion {
	readonly prompt: string;
	readonly placeholder?: string;
	readonly value: string;
	/** What is wrong with a text; `undefined` when it will do. */
	readonly validate: (text: string) => string | undefined;
}

export interface PickQuestion<R extends vscode.QuickPickItem> {
	readonly placeholder: string;
	readonly rows: readonly R[];
	/** The one that Enter takes. */
	readonly active: R | undefined;
}

/** Asks for a text. Enter is taken only when it is valid. */
export function askText(step: Step, { validate, ...question }: TextQuestion): Promise<Answer<string>> {
	const box = vscode.window.createInputBox();
	Object.assign(box, question);
	const check = (): boolean => {
		box.validationMessage = validate(box.value);
		return box.validationMessage === undefined;
	};
	box.onDidChangeValue(check);
	return ask(box, step, () => (check() ? box.value : undefined));
}

/** Asks for one of several rows. */
export function askPick<R extends vscode.QuickPickItem>(
	step: Step,
	{ placeholder, rows, active }: PickQuestion<R>,
): Promise<Answer<R>> {
	const pick = vscode.window.createQuickPick<R>();
	Object.assign(pick, { placeholder, items: rows, matchOnDescription: true });
	if (active) pick.activeItems = [active];
	return ask(pick, step, () => pick.selectedItems[0]);
}

function ask<T, R extends vscode.QuickPickItem>(
	input: vscode.InputBox | vscode.QuickPick<R>,
	step: Step,
	answer: () => T | undefined,
): Promise<Answer<T>> {
	Object.assign(input, step, { ignoreFocusOut: true });
	if (step.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
	return new Promise((resolve) => {
		input.onDidTriggerButton(() => {
			resolve({ kind: 'back' });
			input.hide();
		});
		input.onDidAccept(() => {
			const value = answer();
			if (value === undefined) return;
			resolve({ kind: 'answered', value });
			input.hide();
		});
		// After an answer this says nothing new: a promise keeps its first result.
		input.onDidHide(() => {
			resolve({ kind: 'left' });
			input.dispose();
		});
		input.show();
	});
}
