import * as vscode from 'vscode';
import type { PostmortemRequest } from '../../app/postmortem';
import type { Clock } from '../../core/ports';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import type { IncidentSession } from '../incidentSession';
import type { ReaderFor, RunbookSource } from '../runbookSource';
import { readSettings } from '../settings';
import { requireTrust } from '../trust';
import { FolderFiles } from '../workspaceFiles';

export interface PostmortemTools {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly clock: Clock;
	readonly readerFor: ReaderFor;
	/** Folder of the built-in templates. */
	readonly templates: vscode.Uri;
}

const templateName = 'POSTMORTEM_TEMPLATE.md';

/** Fills the team's template with what is known, into a new file, and opens it. */
export function draftPostmortemHandler(tools: PostmortemTools): Handler {
	return async () => {
		requireTrust('no file is written to it');
		const { files, request } = await postmortemRequest(tools);
		const { preparePostmortem } = await import('../../app/postmortem');
		const prepared = await preparePostmortem(request);
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

/** Writes the built-in template into the workspace folder, to be changed there. Never touches a file that is there. */
export function createPostmortemTemplateHandler(source: RunbookSource, templates: vscode.Uri): Handler {
	return async () => {
		requireTrust('no file is written to it');
		const { folder } = source.state;
		if (!folder) throw new UserError('Open a folder first; the template is kept in it.');
		const files = new FolderFiles(folder);
		const created = await files.create(
			templateName,
			await readTemplate(vscode.Uri.joinPath(templates, templateName)),
		);
		await vscode.window.showTextDocument(files.uri(templateName));
		if (!created)
			void vscode.window.showInformationMessage(`${templateName} exists already; it was not changed.`);
	};
}

/** What a postmortem of the incident at hand is made from. */
export async function postmortemRequest(
	tools: PostmortemTools,
): Promise<{ readonly files: FolderFiles; readonly request: PostmortemRequest }> {
	const state = tools.session.current ?? tools.session.all[0];
	const { folder } = tools.source.state;
	if (!state || !folder) throw new UserError('There is no incident to write about. Declare one first.');
	const files = new FolderFiles(folder);
	const { incidentRunbook } = await import('../../app/incidentRunbook');
	const loaded = await incidentRunbook(tools.readerFor(files), state);
	const request: PostmortemRequest = {
		files,
		state,
		events: tools.session.events(state.id),
		cadences: loaded?.runbook.cadences ?? [],
		now: tools.clock.now(),
		template: undefined,
		folder: readSettings(folder).postmortemFolder || undefined,
		appendix: false,
		builtIn: () => readTemplate(vscode.Uri.joinPath(tools.templates, templateName)),
	};
	return { files, request };
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
