import * as vscode from 'vscode';
import { isUserError } from '../../core/userError';
import { plain } from '../plain';

/** One text to type. */
export interface TextBox {
	readonly title: string;
	readonly prompt: string;
	readonly placeHolder?: string;
	/** What stands in the box already. */
	readonly value?: string;
	/** What is wrong with a text; `undefined` when it will do. Without it an empty text will not do. */
	readonly validate?: (text: string) => string | undefined;
}

/** The text without white space around it; `undefined` when the person left. */
export async function typeText({ validate, ...box }: TextBox): Promise<string | undefined> {
	const typed = await vscode.window.showInputBox({
		...box,
		ignoreFocusOut: true,
		validateInput: validate ?? notEmpty,
	});
	return typed?.trim();
}

/**
 * Asks for a text and saves it. What was typed is not lost when it could not be saved: the box comes back with it.
 * False when the person left.
 */
export async function typeAndSave(box: TextBox, save: (text: string) => Promise<void>): Promise<boolean> {
	const typed = await typeText(box);
	if (typed === undefined || (box.validate ?? notEmpty)(typed) !== undefined) return false;
	try {
		await save(typed);
		return true;
	} catch (error) {
		return (await wantsRetry(error)) && typeAndSave({ ...box, value: typed }, save);
	}
}

/** Whether the person wants to try again what could not be saved. Anything but a `UserError` is thrown on. */
export async function wantsRetry(error: unknown): Promise<boolean> {
	if (!isUserError(error)) throw error;
	const retry = 'Edit and Try Again';
	return (await vscode.window.showErrorMessage(plain(error.message), { modal: true }, retry)) === retry;
}

function notEmpty(text: string): string | undefined {
	return text.trim() === '' ? 'Type a few words, or press Escape to leave.' : undefined;
}

/** Any text will do, none as well. */
export function anyText(): undefined {
	return undefined;
}

/** One of several rows; the box stays when the window loses the focus. */
export async function pickRow<R extends vscode.QuickPickItem>(
	title: string,
	placeHolder: string,
	rows: readonly R[],
): Promise<R | undefined> {
	return vscode.window.showQuickPick(rows, {
		title: plain(title),
		placeHolder: plain(placeHolder),
		ignoreFocusOut: true,
		matchOnDescription: true,
		matchOnDetail: true,
	});
}

/** A question that must be answered before going on. True for its one button. */
export async function confirmed(question: string, detail: string, button: string): Promise<boolean> {
	const options = { modal: true, detail: plain(detail) };
	return (await vscode.window.showWarningMessage(plain(question), options, button)) === button;
}
