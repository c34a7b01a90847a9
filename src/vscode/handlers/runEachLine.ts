import * as vscode from 'vscode';
import { lineChecks, summaryOfChecks, verdictOfAll, type CheckResult } from '../../core/scripts/lineChecks';
import { toldWords, type Verdict } from '../../core/scripts/outcome';
import type { Sha256 } from '../../core/ports';
import { plain } from '../plain';
import { anotherRun } from '../scripts/planRun';
import { runAndRecord, type RunTools, type ScriptRunRequest } from './runScript';

/**
 * Runs the commands of a health check one after the other, each with its own result, and sums them up. One that fails
 * does not keep the next from being looked at; Cancel ends them all. `undefined` when one was not run.
 */
export async function runEachLine(
	request: ScriptRunRequest,
	tools: RunTools & { readonly sha256: Sha256 },
): Promise<Verdict | undefined> {
	const texts = lineChecks({ ...request.script, text: request.text }) ?? [];
	const shown = lineChecks({ ...request.script, text: request.shown }) ?? [];
	const results: CheckResult[] = [];
	let unrecorded: string | undefined;
	for (const [index, { text, line }] of texts.entries()) {
		const title = shown[index]?.title ?? request.script.title;
		const visible = shown[index]?.text ?? '';
		const script = { ...request.script, title, line };
		const sha256 = tools.sha256(visible);
		const plan = { ...request.plan, ...anotherRun({ script, sha256 }, tools) };
		const one = { ...request, script, text, shown: visible, sha256, plan, effect: 'check' } as const;
		const end = await runAndRecord(one, tools);
		if (!end) return undefined;
		unrecorded ??= end.unrecorded;
		results.push({ title, outcome: end.outcome });
		if (end.outcome.kind === 'cancelled') break;
	}
	const words = toldWords(summaryOfChecks(results), unrecorded);
	const summary = plain(`“${request.script.title}”: ${words}`);
	const verdict = verdictOfAll(results);
	if (verdict === 'ok' && unrecorded === undefined)
		vscode.window.setStatusBarMessage(`$(pass) ${summary}`, 8000);
	else void vscode.window.showWarningMessage(summary);
	return verdict;
}
