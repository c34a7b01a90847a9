import * as vscode from 'vscode';
import type { Clock } from '../../core/ports';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';
import { requireTrust } from '../trust';
import { FolderFiles } from '../workspaceFiles';

export interface PostmortemTools {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly clock: Clock;
	/** Folder of the built-in templates. */
	readonly templates: vscode.Uri;
}

/** Fills the team's template with what is known, into a new file, and opens it. */
export function draftPostmortemHandler(tools: PostmortemTools): Handler {
	return async () => {
		requireTrust('no file is written to it');
		const state = tools.session.current ?? tools.session.all[0];
		const { folder } = tools.source.state;
		if (!state || !folder) throw new UserError('There is no incident to write about. Declare one first.');
		const files = new FolderFiles(folder);
		const { preparePostmortem } = await import('../../app/postmortem');
		const prepared = await preparePostmortem({
			files,
			state,
			now: tools.clock.now(),
			template: undefined,
			builtIn: () => readTemplate(vscode.Uri.joinPath(tools.templates, 'POSTMORTEM_TEMPLATE.md')),
		});
		const path = await createUnderFreeName(files, prepared.file, prepared.text);
		await vscode.window.showTextDocument(files.uri(path));
		const from = prepared.template ?? 'the built-in template';
		void vscode.window.showInformationMessage(
			plain(
				`Postmortem drafted from ${from}: ${prepared.filled.length} places filled, ${prepared.open.length} left for you.`,
			),
		);
	};
}

export async function readTemplate(uri: vscode.Uri): Promise<string> {
	return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** `name.md`, `name-2.md`, …: an existing file is never touched. */
async function createUnderFreeName(files: FolderFiles, path: string, text: string): Promise<string> {
	for (let count = 1; count < 100; count++) {
		const name = count === 1 ? path : path.replace(/\.md$/, `-${count}.md`);
		if (await files.create(name, text)) return name;
	}
	throw new UserError(
		`${path} could not be created: a hundred like it exist, or the folder cannot be written to.`,
	);
}
