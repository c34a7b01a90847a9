import type * as vscode from 'vscode';
import type { Runbook } from '../../core/runbook/model';
import type { RepeatPlan } from '../../core/scripts/repeat';
import {
	everyQuestion,
	limitQuestion,
	readSpan,
	watchTimeIn,
	type SpanQuestion,
} from '../../core/scripts/repeatInput';
import { plain } from '../plain';
import { pickRow, typeText } from './ask';

const title = 'Repeat Check';

/** Asks what to wait for, how often to look, and when to give up; `undefined` when the person leaves. */
export async function askRepeat(
	script: string,
	runbook: Pick<Runbook, 'phases'> | undefined,
): Promise<RepeatPlan | undefined> {
	const okForMs = await askGoal(script, runbook);
	const everyMs = okForMs === undefined ? undefined : await askEvery();
	if (okForMs === undefined || everyMs === undefined) return undefined;
	const limitMs = await askLimit(okForMs);
	return limitMs === undefined ? undefined : { okForMs, everyMs, limitMs };
}

/** 0: until it passes once. What an item of the runbook asks to watch for is offered. */
async function askGoal(
	script: string,
	runbook: Pick<Runbook, 'phases'> | undefined,
): Promise<number | undefined> {
	const items = runbook?.phases.flatMap((phase) => phase.groups.flatMap((group) => group.items)) ?? [];
	const watch = watchTimeIn(items);
	const stays: vscode.QuickPickItem = {
		label: 'Until it stays ok for some time',
		...(watch && { description: plain(watch.text) }),
	};
	const passes: vscode.QuickPickItem = { label: 'Until it passes once' };
	const choice = await pickRow(title, `Repeat “${script}” …`, [passes, stays]);
	if (choice === passes) return 0;
	return choice && askSpan('Ok for how many minutes, without a break?', limitQuestion, watch?.minutes ?? 10);
}

function askEvery(): Promise<number | undefined> {
	return askSpan('How many seconds from one run to the next?', everyQuestion, 30);
}

/** Long enough for a failure in the middle. */
function askLimit(okForMs: number): Promise<number | undefined> {
	return askSpan('Give up after how many minutes?', limitQuestion, Math.max(30, (2 * okForMs) / 60_000));
}

async function askSpan(prompt: string, question: SpanQuestion, value: number): Promise<number | undefined> {
	const validate = (text: string): string | undefined =>
		readSpan(text, question) === undefined ? question.objection : undefined;
	const typed = await typeText({ title, prompt, value: String(value), validate });
	return typed === undefined ? undefined : readSpan(typed, question);
}
