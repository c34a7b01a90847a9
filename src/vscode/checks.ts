import * as vscode from 'vscode';
import { fixesFor } from '../core/lint/fixes';
import type { Clock, Log } from '../core/ports';
import { RunbookDiagnostics } from './diagnostics';
import type { FolderTrees } from './folderTrees';
import { PostmortemDiagnostics } from './postmortemDiagnostics';
import { offerFixes, shows, type FixesOf } from './quickFixes';
import type { RunbookSource } from './runbookSource';

export interface CheckParts {
	readonly source: RunbookSource;
	readonly trees: FolderTrees;
	readonly clock: Clock;
	readonly log: Log;
}

/** What is wrong with runbooks, and what a review would ask about postmortems, in the editor; with what settles it. */
export function createChecks({ source, trees, clock, log }: CheckParts): vscode.Disposable {
	const runbooks = new RunbookDiagnostics(source, trees, clock, log);
	const postmortems = new PostmortemDiagnostics(log);
	const runbookFixes: FixesOf = (document, diagnostic) => {
		// Fixes for another version of the text would land on the wrong line.
		const checked = runbooks.checked(document);
		const finding = checked?.findings.find((one) => shows(diagnostic, one));
		return checked && finding ? fixesFor(finding, checked.document, clock.now()) : [];
	};
	const postmortemFixes: FixesOf = (document, diagnostic) => {
		const question = postmortems.questions(document).find(({ finding }) => shows(diagnostic, finding));
		return question?.fixes(clock.now()) ?? [];
	};
	return vscode.Disposable.from(runbooks, postmortems, offerFixes(runbookFixes), offerFixes(postmortemFixes));
}
