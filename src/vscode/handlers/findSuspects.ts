import * as vscode from 'vscode';
import { UserError } from '../../core/userError';
import { viewIds } from '../../ids';
import type { Handler } from '../commands';
import { requireTrust } from '../trust';
import { deployQuery, loadDeploys, onsetOf, openDeploys, type DeployTools } from './deploys';
import { pickRow } from './ask';
import { plain } from '../plain';
import { say } from './say';

/** Holds the deploys against a pasted stack trace: who wrote its lines, and who changed its files. */
export function findSuspectsHandler(tools: DeployTools): Handler {
	return async () => {
		requireTrust('git is not run in it');
		const { history, folder } = await openDeploys(tools);
		const text = await askTrace();
		if (text === undefined) return;
		const trace = await history.readTrace(text, onsetOf(tools.session) ?? tools.clock.now());
		const named = trace.frames.filter(({ paths }) => paths.length > 0);
		if (named.length === 0) throw new UserError(noFrames(trace.frames.length));
		tools.tree.pasted = { trace, incident: tools.session.current?.id };
		const deploys = await history.deploys(deployQuery(tools, folder));
		const suspects = deploys.filter(({ reasons }) => reasons.some(({ code }) => code.includes('-trace-')));
		await vscode.commands.executeCommand(`${viewIds.deploys}.focus`);
		await loadDeploys(tools);
		say(
			`${named.length} of ${trace.frames.length} lines are of this repository; ${suspects.length} suspects`,
		);
	};
}

function noFrames(frames: number): string {
	return frames === 0
		? 'No stack trace was found in that text. Node, Python, Java, Go, Ruby, .NET and Rust traces are read.'
		: `None of the ${frames} lines of that stack trace is in a file of this repository.`;
}

/** Longest text that is looked at, UTF-16 units. */
const longest = 200_000;

/** The selection, the untitled document, or the clipboard: the first that is there, said before it is used. */
async function askTrace(): Promise<string | undefined> {
	const editor = vscode.window.activeTextEditor;
	const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
	const untitled = editor?.document.isUntitled ? editor.document.getText() : '';
	const copied = await vscode.env.clipboard.readText();
	const rows = [
		{ label: 'Selection', text: selected },
		{ label: 'Untitled Document', text: untitled },
		{ label: 'Clipboard', text: copied },
	].filter(({ text }) => text.trim() !== '');
	if (rows.length === 0) {
		throw new UserError('Copy the stack trace, or select it in an editor, and try again.');
	}
	const described = rows.map((row) => ({ ...row, detail: plain(row.text.trim().split('\n', 1)[0] ?? '') }));
	const chosen = await pickRow('Find Suspects from Stack Trace', 'Where is the stack trace?', described);
	return chosen?.text.slice(0, longest);
}
