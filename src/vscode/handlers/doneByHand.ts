import * as vscode from 'vscode';
import { allScripts } from '../../core/runbook/allScripts';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { chosenScripts } from '../scripts/chosenScript';
import { itemOf } from '../scripts/itemOf';
import { prepareScript, type PreparedScript } from '../scripts/prepare';
import { requireTrust } from '../trust';
import { offerTick } from './offerTick';
import { pickScript, type ScriptTools } from './scripts';

/** Shows and copies the exact text for the person to run elsewhere, and records that they did and how it went. */
export function doneByHandHandler(tools: ScriptTools): Handler {
	return async (argument) => {
		requireTrust('nothing is recorded in it');
		const incident = tools.session.requireOpen('nothing is recorded as done');
		const chosen = chosenScripts(argument);
		const runbook = tools.source.loaded?.runbook;
		const scripts = chosen.length > 0 || !runbook ? chosen : allScripts(runbook);
		if (scripts.length === 0) throw new UserError('There is no script in the runbook to mark as done.');
		const script = chosen.length === 1 ? chosen[0] : await pickScript('Mark as Done by Hand', scripts);
		const prepared = script && (await prepareScript(script, tools));
		const result = prepared && (await askResult(prepared, incident.title));
		if (!result) return;
		const { title } = script;
		const item = itemOf(script, argument, tools);
		const { sha256 } = prepared;
		await incident.record('scriptDoneByHand', { title, sha256, result, ...(item && { item: item.item }) });
		if (result === 'worked') offerTick({ title, item, incident: incident.id }, tools);
	};
}

/** Copying leaves the question open: the answer comes when the person is back. */
async function askResult(
	prepared: PreparedScript,
	incident: string,
): Promise<'worked' | 'failed' | undefined> {
	const [copy, worked, failed] = ['Copy', 'I Ran It: It Worked', 'I Ran It: It Failed'];
	const question = plain(`Mark “${prepared.script.title}” as done by hand for “${incident}”?`);
	const detail = plain(
		`${prepared.shown.trimEnd()}\n\nNothing is run. Your answer is recorded with this text's SHA-256.`,
	);
	for (;;) {
		const options = { modal: true, detail };
		const answer = await vscode.window.showInformationMessage(question, options, copy, worked, failed);
		if (answer === worked) return 'worked';
		if (answer === failed) return 'failed';
		if (answer !== copy) return undefined;
		await vscode.env.clipboard.writeText(prepared.text);
	}
}
