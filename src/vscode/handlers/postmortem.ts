import * as vscode from 'vscode';
import type { PostmortemRequest, PreparedPostmortem } from '../../app/postmortem';
import { commitLinks } from '../../core/deploys/webLink';
import type { IncidentState } from '../../core/incident/model';
import type { Clock } from '../../core/ports';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import type { IncidentSession } from '../incidentSession';
import type { Proposals } from '../proposals';
import type { ReaderFor, RunbookSource } from '../runbookSource';
import { readSettings } from '../settings';
import { requireTrust } from '../trust';
import { FolderFiles } from '../workspaceFiles';

export interface PostmortemTools {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly clock: Clock;
	readonly readerFor: ReaderFor;
	readonly proposals: Proposals;
	readonly remoteAddress: (folder: string) => Promise<string | undefined>;
	/** Folder of the built-in templates. */
	readonly templates: vscode.Uri;
}

const templateName = 'POSTMORTEM_TEMPLATE.md';

/** Fills the team's template with what is known, into a new file, and opens it. */
export function draftPostmortemHandler(tools: PostmortemTools): Handler {
	return async () => {
		requireTrust('no file is written to it');
		const { files, request } = await postmortemRequest(tools, incidentAtHand(tools));
		const { preparePostmortem } = await import('../../app/postmortem');
		const prepared = await preparePostmortem(request);
		if (prepared.template === undefined && !(await wantsBuiltIn())) return;
		const path = await createUnderFreeName(files, prepared.file, prepared.text);
		await vscode.window.showTextDocument(files.uri(path));
		tellDrafted(prepared);
	};
}

/** A team without a template is offered ours, for this time or to be changed first. */
async function wantsBuiltIn(): Promise<boolean> {
	const [use, create] = ['Use Built-in Template', 'Create Template to Change'];
	const question = 'There is no postmortem template in this folder.';
	const detail = `The built-in one can be used as it is, or be written to ${templateName} for your team to change first.`;
	const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, use, create);
	if (answer === create) await vscode.commands.executeCommand('runbookResponse.createPostmortemTemplate');
	return answer === use;
}

function tellDrafted({ template, facts, filled, open }: PreparedPostmortem): void {
	const from = template ?? 'the built-in template';
	const text = `Postmortem of “${facts.title ?? 'the incident'}” drafted from ${from}: ${filled.length} places filled, ${open.length} left for you.`;
	const [places, record] = ['Show Places', 'Append Whole Record'];
	void vscode.window.showInformationMessage(plain(text), places, record).then((answer) => {
		if (answer === places) return vscode.commands.executeCommand('runbookResponse.showPostmortemPlaces');
		if (answer === record) return vscode.commands.executeCommand('runbookResponse.appendRecord');
		return undefined;
	});
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

/** The incident this window works on, else the last one. */
export function incidentAtHand({ session }: PostmortemTools): IncidentState | undefined {
	return session.current ?? session.all[0];
}

/** What a postmortem of an incident is made from. */
export async function postmortemRequest(
	tools: PostmortemTools,
	state: IncidentState | undefined,
): Promise<{ readonly files: FolderFiles; readonly request: PostmortemRequest }> {
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
		commitLink: commitLinks((await tools.remoteAddress(folder.fsPath)) ?? ''),
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
