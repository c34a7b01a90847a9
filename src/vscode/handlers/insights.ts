import * as vscode from 'vscode';
import { reportMarkdown } from '../../core/insights/markdown';
import { incidentsCsv } from '../../core/insights/reportCsv';
import type { IncidentRecord } from '../../core/insights/report';
import { actionsAsIssues, actionsCsv, type FiledAction } from '../../core/postmortem/actionReport';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { readSettings } from '../settings';
import { FolderFiles } from '../workspaceFiles';
import type { PostmortemTools } from './postmortem';

/** Opens what all incidents say as a Markdown document that nobody has saved, with its preview beside it. */
export function showIncidentReportHandler(tools: PostmortemTools): Handler {
	return async () => {
		const records = incidentRecords(tools.session);
		if (records.length === 0) throw new UserError('There are no incidents to report on yet.');
		const { buildReport } = await import('../../app/insights');
		const report = buildReport(records, tools.source.loaded, tools.clock.now());
		await openUnsaved('markdown', reportMarkdown(report));
		const document = vscode.window.activeTextEditor?.document;
		await vscode.commands.executeCommand('markdown.showPreviewToSide', document?.uri);
		const [csv, json] = ['Open as CSV', 'Open as JSON'];
		const text = `Report on ${records.length} ${records.length === 1 ? 'incident' : 'incidents'}.`;
		void vscode.window.showInformationMessage(text, csv, json).then((answer) => {
			if (answer === csv) return openUnsaved('csv', incidentsCsv(records));
			if (answer === json) return openUnsaved('json', `${JSON.stringify(report, undefined, '\t')}\n`);
			return undefined;
		});
	};
}

/** An editor has no language for CSV of its own; where an extension brings one, it is used, and saving offers `.csv`. */
async function openUnsaved(language: 'markdown' | 'json' | 'csv', content: string): Promise<void> {
	const known = language !== 'csv' || (await vscode.languages.getLanguages()).includes('csv');
	const document = await vscode.workspace.openTextDocument({
		language: known ? language : 'plaintext',
		content,
	});
	await vscode.window.showTextDocument(document);
}

interface ActionPick extends vscode.QuickPickItem {
	readonly run: () => Thenable<unknown>;
}

/** The open action items of all postmortems, overdue first: one goes to its line. */
export function showOpenActionItemsHandler({ source, clock }: PostmortemTools): Handler {
	return async () => {
		const { folder } = source.state;
		if (!folder) throw new UserError('Open a folder first; its postmortems are looked through.');
		const files = new FolderFiles(folder);
		const { surveyActions } = await import('../../app/openActions');
		const { actions, unread } = await surveyActions(
			files,
			readSettings(folder).postmortemFolder || undefined,
			clock.now(),
		);
		if (unread.length > 0) void vscode.window.showWarningMessage(plain(unread.join(' ')));
		const open = actions.filter(({ done }) => !done);
		if (open.length === 0) {
			void vscode.window.showInformationMessage('No open action items in the postmortems of this folder.');
			return;
		}
		const picked = await vscode.window.showQuickPick(
			[...open.map((action) => toPick(action, files)), ...exports(open)],
			{
				title: `Open action items: ${open.length}, overdue: ${open.filter(({ overdue }) => overdue).length}`,
				matchOnDescription: true,
				matchOnDetail: true,
			},
		);
		await picked?.run();
	};
}

/** Every incident of the folder with its events. */
export function incidentRecords(session: IncidentSession): readonly IncidentRecord[] {
	return session.all.map((state) => ({ state, events: session.events(state.id) }));
}

function toPick({ text, owner, due, overdue, file, line }: FiledAction, files: FolderFiles): ActionPick {
	const when = due === undefined ? 'no due date' : `${overdue ? 'overdue since' : 'due'} ${due}`;
	return {
		label: `${overdue ? '$(warning)' : '$(circle-large-outline)'} ${plain(text)}`,
		description: plain(`${owner ?? 'no owner'}, ${when}`),
		detail: `${file}:${line}`,
		run: () => {
			const at = new vscode.Position(line - 1, 0);
			return vscode.window.showTextDocument(files.uri(file), { selection: new vscode.Range(at, at) });
		},
	};
}

function exports(open: readonly FiledAction[]): readonly ActionPick[] {
	const show = (language: 'csv' | 'markdown', content: string) => () => openUnsaved(language, content);
	return [
		{ label: '$(export) Open as CSV', run: show('csv', actionsCsv(open)) },
		{ label: '$(export) Open as issue texts', run: show('markdown', actionsAsIssues(open)) },
	];
}
