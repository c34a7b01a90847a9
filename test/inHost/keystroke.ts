// What a keystroke in a document costs the extension host.
import * as vscode from 'vscode';
import { print } from './runbookText';

const strokes = 30;

/**
 * With the same text in a document that we have nothing to say about, VS Code and this test do the same work. What is
 * left is ours: processor time, so that a machine busy with other things counts little. Milliseconds a keystroke.
 */
export async function keystrokeCost(
	document: vscode.TextDocument,
): Promise<{ readonly typed: number; readonly bare: number }> {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (!folder) throw new Error('The sample folder is not open.');
	const text = document.getText();
	const readme = vscode.Uri.joinPath(folder.uri, 'README.md');
	const other = await vscode.workspace.openTextDocument(readme);
	const change = new vscode.WorkspaceEdit();
	change.replace(readme, new vscode.Range(0, 0, other.lineCount, 0), text);
	await vscode.workspace.applyEdit(change);
	const [bare, typed] = [await typeInto(other), await typeInto(document)];
	print(
		`${Math.round(text.length / 1024)} KB: ${(typed - bare).toFixed(1)} ms a keystroke ` +
			`(${typed.toFixed(1)} ms, of which ${bare.toFixed(1)} ms in any document)`,
	);
	return { typed, bare };
}

/** Milliseconds of processor time for a keystroke and all that follows from it, on the average. */
async function typeInto(document: vscode.TextDocument): Promise<number> {
	const editor = await vscode.window.showTextDocument(document);
	const type = async (times: number): Promise<void> => {
		for (let stroke = 0; stroke < times; stroke++) {
			await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'x'));
			await new Promise((resolve) => setTimeout(resolve, 600)); // longer than the debounce: each is read
		}
	};
	await type(10);
	const before = busyMs();
	await type(strokes);
	const after = busyMs();
	await vscode.commands.executeCommand('workbench.action.files.revert');
	return (after - before) / strokes;
}

/** Of the thread that runs extensions where Node can tell, else of the whole process. */
function busyMs(): number {
	const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
	const { user, system } = threadCpuUsage?.call(process) ?? process.cpuUsage();
	return (user + system) / 1000;
}
