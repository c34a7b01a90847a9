import type * as vscode from 'vscode';
import { allScripts } from '../../core/runbook/allScripts';
import type { Script } from '../../core/runbook/model';
import { dryRunDocument, type DryRun } from '../../core/scripts/dryRun';
import { findScriptPlaceholders } from '../../core/scripts/placeholders';
import { isUserError, UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { chosenScripts } from '../scripts/chosenScript';
import { planRun } from '../scripts/planRun';
import { prepareScript, type PreparedScript } from '../scripts/prepare';
import { requireTrust } from '../trust';
import { pickRow } from './ask';
import type { ScriptTools } from './scripts';
import { whatToConfirm } from './whatToConfirm';

/** Lists what would run, as a read-only document: of one script with its gaps filled, or of all as they stand. */
export function dryRunHandler(tools: ScriptTools): Handler {
	return async (argument) => {
		requireTrust('no script is prepared in it');
		const { folder } = tools.source.state;
		const chosen = chosenScripts(argument);
		const runbook = tools.source.loaded?.runbook;
		const scripts = chosen.length > 0 || !runbook ? chosen : allScripts(runbook);
		if (!folder || scripts.length === 0) throw new UserError('There is no script to look at in the runbook.');
		const which = scripts.length === 1 ? scripts : await pickScripts(scripts);
		const [only] = which.length === 1 ? which : [];
		const prepared = only
			? [await prepareScript(only, tools)]
			: which.map((script) => asItStands(script, tools));
		const runs: DryRun[] = [];
		for (const one of prepared) if (one) runs.push(await dryRunOf(one, folder, tools));
		if (runs.length > 0) await tools.scriptDocuments.showDryRun(dryRunDocument(runs));
	};
}

async function pickScripts(scripts: readonly Script[]): Promise<readonly Script[]> {
	const all = { label: `All ${scripts.length} scripts`, description: 'gaps stay open', scripts };
	const rows = scripts.map((script) => ({
		label: plain(script.title),
		description: `line ${script.line}`,
		scripts: [script],
	}));
	return (await pickRow('Dry Run', 'Nothing is started', [all, ...rows]))?.scripts ?? [];
}

function asItStands(script: Script, { sha256 }: ScriptTools): PreparedScript {
	const { text, effect, because } = script;
	return { script, text, shown: text, sha256: sha256(text), filled: [], secrets: [], effect, because };
}

async function dryRunOf(prepared: PreparedScript, root: vscode.Uri, tools: ScriptTools): Promise<DryRun> {
	const { script, text } = prepared;
	try {
		const plan = await planRun(prepared, { root, incident: tools.session.bindCurrent()?.id }, tools);
		const { facts, byLine } = (await whatToConfirm(prepared, plan, tools)).request;
		const isSet = (name: string): boolean => tools.variables()[name] !== undefined;
		const gaps = findScriptPlaceholders({ text, language: script.language, isSet }).map(({ name }) => name);
		return { kind: 'would', facts, byLine, gaps: prepared.filled.length > 0 ? [] : gaps };
	} catch (error) {
		if (!isUserError(error)) throw error;
		return { kind: 'refused', title: script.title, reason: error.message };
	}
}
