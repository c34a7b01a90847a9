import * as vscode from 'vscode';
import { planWords } from '../../core/incident/events/repeats';
import { allScripts } from '../../core/runbook/allScripts';
import { outcomeWords, toldWords, verdictOf } from '../../core/scripts/outcome';
import type { RepeatPlan, RepeatState } from '../../core/scripts/repeat';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { chosenScripts } from '../scripts/chosenScript';
import { confirmRun } from '../scripts/confirm';
import { itemOf } from '../scripts/itemOf';
import { planRun } from '../scripts/planRun';
import { prepareScript } from '../scripts/prepare';
import type { Repeat, Repeats } from '../scripts/repeats';
import { requireRunning } from '../scripts/mode';
import { requireTrust } from '../trust';
import { pickRow } from './ask';
import { askRepeat } from './askRepeat';
import { keptText } from './executeScript';
import { repeatRun, type RepeatEnd } from './repeatRun';
import { reasonNotRecorded } from './recordResult';
import { recordOrAsk, type RecordedEnd, type ScriptRunRequest } from './runScript';
import { pickScript, type ScriptTools } from './scripts';
import { whatToConfirm } from './whatToConfirm';

export interface RepeatTools extends ScriptTools {
	readonly repeats: Repeats;
}

/** Runs a check again and again until it passes or a limit is reached; speaks only when its result changes. */
export function repeatCheckHandler(tools: RepeatTools): Handler {
	return async (argument) => {
		requireTrust('no script runs in it');
		requireRunning();
		const { folder } = tools.source.state;
		const runbook = tools.source.loaded?.runbook;
		const checks = runbook ? allScripts(runbook).filter(({ effect }) => effect === 'check') : [];
		const chosen = chosenScripts(argument);
		const scripts = chosen.length > 0 ? chosen : checks;
		if (!folder || scripts.length === 0)
			throw new UserError('The runbook has no check to repeat: a script that only reads.');
		const script = chosen.length === 1 ? chosen[0] : await pickScript('Repeat Check', scripts);
		const prepared = script && (await prepareScript(script, tools));
		if (!prepared) return;
		if (prepared.effect !== 'check')
			throw new UserError(
				`“${script.title}” may change things (${prepared.because}), so it is not repeated. Run it by itself.`,
			);
		const repeat = await askRepeat(script.title, runbook);
		if (!repeat) return;
		const incident = tools.session.bindCurrent();
		const plan = await planRun(prepared, { root: folder, incident: incident?.id }, tools);
		const { request } = await whatToConfirm(prepared, plan, tools);
		const facts = { ...request.facts, repeat: planWords(repeat) };
		const consent = await confirmRun({ ...request, facts, byLine: false }, tools.scriptDocuments);
		const item = itemOf(script, argument, tools);
		const run = { ...prepared, plan, incident, item, owner: undefined, approver: undefined };
		if (consent) await repeatAndRecord(run, repeat, tools);
	};
}

/** Stops one that runs, from the palette. */
export function stopRepeatingHandler(repeats: Repeats): Handler {
	return async () => {
		requireTrust('no check is repeated in it');
		const { running } = repeats;
		if (running.length === 0) throw new UserError('No check is being repeated in this window.');
		const rows = running.map((repeat) => ({ label: plain(repeat.title), repeat }));
		const choice = rows.length === 1 ? rows[0] : await pickRow('Stop Repeating', 'Which check?', rows);
		choice?.repeat.stop();
	};
}

/** The record holds the start, each change of the result, and the end. */
async function repeatAndRecord(
	request: ScriptRunRequest,
	repeat: RepeatPlan,
	tools: RepeatTools,
): Promise<void> {
	const { script, sha256, incident } = request;
	const facts = { run: request.plan.run, title: script.title, sha256 };
	const started = await recordOrAsk(async () => incident?.record('repeatStarted', { ...facts, ...repeat }));
	if (!started) return;
	if (incident) await tools.pendingRuns.begin(incident.id, facts);
	const end = await inProgress(request, repeat, tools);
	const { ending, runs, last } = end;
	const output = keptText(last.output);
	const result = { ending, runs, outcome: last.outcome, ...(output !== undefined && { output }) };
	const unrecorded = await reasonNotRecorded(() => incident?.record('repeatEnded', { ...facts, ...result }));
	await tools.pendingRuns.end(facts.run);
	tellEnd(request, { ...end, unrecorded }, tools);
}

async function inProgress(
	request: ScriptRunRequest,
	plan: RepeatPlan,
	tools: RepeatTools,
): Promise<RepeatEnd> {
	const { title } = request.script;
	const options = {
		location: vscode.ProgressLocation.Notification,
		title: plain(`“${title}” is repeated ${planWords(plan)}`),
		cancellable: true,
	};
	const repeat = tools.repeats.begin(title);
	try {
		return await vscode.window.withProgress(options, (progress, cancelled) => {
			cancelled.onCancellationRequested(repeat.stop);
			return repeatRun(request, plan, watchOf(request, repeat, progress), tools);
		});
	} finally {
		repeat.end();
	}
}

function watchOf(
	{ plan, script: { title }, sha256, incident }: ScriptRunRequest,
	{ stopped }: Repeat,
	progress: vscode.Progress<{ readonly message: string }>,
): Parameters<typeof repeatRun>[2] {
	return {
		stopped,
		seen: async ({ runs }: RepeatState, outcome, say) => {
			progress.report({ message: `${runs}: ${outcomeWords(outcome, 'check')}` });
			if (say === undefined) return;
			const change = { run: plan.run, title, sha256, outcome, runs };
			const unrecorded = await reasonNotRecorded(() => incident?.record('repeatChanged', change));
			const result = plain(`“${title}”: ${toldWords(say, unrecorded)}`);
			if (verdictOf(outcome, 'check') === 'ok' && unrecorded === undefined)
				vscode.window.setStatusBarMessage(`$(pass) ${result}`, 8000);
			else void vscode.window.showWarningMessage(result);
		},
	};
}

/** Told as a message whatever it is: the person has turned to other things meanwhile. */
function tellEnd(
	{ script, plan }: ScriptRunRequest,
	{ ending, words, last, unrecorded }: RepeatEnd & Pick<RecordedEnd, 'unrecorded'>,
	tools: RepeatTools,
): void {
	const text = keptText(last.output);
	const show = 'Show Output';
	const buttons = text === undefined ? [] : [show];
	const result = plain(`“${script.title}”: ${toldWords(words, unrecorded)}`);
	const answer =
		ending === 'gaveUp' || unrecorded !== undefined
			? vscode.window.showWarningMessage(result, ...buttons)
			: vscode.window.showInformationMessage(result, ...buttons);
	void answer.then((button) => {
		if (button === show) void tools.scriptDocuments.showOutput(script.title, plan.run, text ?? '');
	});
}
