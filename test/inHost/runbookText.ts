// Waiting, and the sample's runbook as an editor has it.
import Mocha from 'mocha';
import * as vscode from 'vscode';

export const runbookUri = (): vscode.Uri => {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (!folder) throw new Error('The sample folder is not open.');
	return vscode.Uri.joinPath(folder.uri, 'runbooks', 'INCIDENT_RESPONSE.md');
};

/** Waits for a value that is neither `undefined` nor `false`. */
export async function eventually<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
	for (let left = 300; left > 0; left--) {
		const found = await look();
		if (found !== undefined && found !== null && found !== false) return found;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`Waited in vain for: ${look.toString()}`);
}

/** A line in the run's own output, which is no console in a headless host. */
export function print(line: string): void {
	Mocha.reporters.Base.consoleLog(`      ${line}`);
}
