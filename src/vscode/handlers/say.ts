import * as vscode from 'vscode';
import { oneLine } from '../../core/printable';
import { plain } from '../plain';

/** Milliseconds a word about what was done stays in the status bar. */
const shownMs = 6000;

/** Says what was recorded without getting in the way. */
export function say(text: string): void {
	vscode.window.setStatusBarMessage(`$(check) ${plain(oneLine(text))}`, shownMs);
}
