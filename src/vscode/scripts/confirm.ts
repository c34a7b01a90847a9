import * as vscode from 'vscode';
import { durationWords } from '../../core/scripts/outcome';
import { commandLine, effectWords, type PreviewFacts } from '../../core/scripts/preview';
import { plain } from '../plain';
import type { ScriptDocuments } from './previewDocuments';

/** More lines than this do not fit a dialog: the text is opened in an editor behind it. */
const dialogLines = 15;

/** What the person said: whether to run it, line by line, and who has approved it. */
export interface Consent {
	readonly how: 'whole' | 'eachLine';
	/** The owner of the decision, when the person said that they approved it; else the person themselves. */
	readonly approver: string | undefined;
}

export interface ConfirmRequest {
	/** Of the planned run. */
	readonly run: string;
	readonly facts: PreviewFacts;
	/** Who holds the role that the runbook gives the decision to. */
	readonly ownerName: string | undefined;
	/** Whether its commands can run one by one, as checks of their own. */
	readonly byLine: boolean;
}

/** Shows exactly what would run, and asks; `undefined` when the person does not want it. */
export async function confirmRun(
	{ run, facts, ownerName, byLine }: ConfirmRequest,
	documents: ScriptDocuments,
): Promise<Consent | undefined> {
	const lines = facts.text.trimEnd().split('\n');
	const long = lines.length > dialogLines || facts.text.length > 1200;
	if (long || facts.effect !== 'check') await documents.showPreview(facts, run);
	const approved = ownerName === undefined ? undefined : plain(`Run: ${ownerName} Approved`);
	const eachLine = 'Run Each Command by Itself';
	const start = facts.repeat === undefined ? 'Run' : 'Repeat';
	const buttons = [start, ...(approved === undefined ? [] : [approved]), ...(byLine ? [eachLine] : [])];
	const answer = await vscode.window.showWarningMessage(
		plain(questionOf(facts)),
		{ modal: true, detail: plain(detailOf(facts, long ? lines.length : undefined)) },
		...buttons,
	);
	if (answer === undefined) return undefined;
	return {
		how: answer === eachLine ? 'eachLine' : 'whole',
		approver: answer === approved ? ownerName : undefined,
	};
}

function questionOf({ title, incident, repeat }: PreviewFacts): string {
	const action = `${repeat === undefined ? 'Run' : 'Repeat'} “${title}”`;
	return incident === undefined ? `${action}?` : `${action} for “${incident}”?`;
}

/** The same rows as the preview, for those who read the dialog alone. */
function detailOf(facts: PreviewFacts, longLines: number | undefined): string {
	const { text, cwd, command, effect, because, owner, warnings, incident, repeat, timeoutMs, keepsOutput } =
		facts;
	const body =
		longLines === undefined
			? text.trimEnd()
			: `All ${longLines} lines are shown in the editor behind this dialog.`;
	const rows = [
		`In: ${cwd}`,
		`With: ${commandLine(command.slice(0, -1))}`,
		`Effect: ${effectWords[effect].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())} (${because})`,
		`Stopped after: ${durationWords(timeoutMs)}`,
		...(keepsOutput ? [] : ['Output: not kept, the runbook marks it secret']),
		...(repeat === undefined ? [] : [`Repeated: ${repeat}`]),
		...(owner === undefined ? [] : [`Decision of: ${owner}`]),
		...warnings.map((warning) => `⚠ ${warning}`),
		incident === undefined
			? 'No incident is open: the result will not be recorded.'
			: `Incident: ${incident}`,
	];
	return `${body}\n\n${rows.join('\n')}`;
}
