import type { ScriptOutcome } from '../incident/model';
import { swallowedBy } from '../lint/swallowed';
import { shellCommands } from '../lint/shellFences';
import type { Script } from '../runbook/model';
import { partsDepend } from './dependence';
import { classifyEffect } from './effect';
import { outcomeWords, verdictOf, type Verdict } from './outcome';
import { classifyShellLines } from './shellLines';
import { isPosixShell } from './shellNames';

/** One command of a health check, to be run alone. `text` is its exact lines; `line` the document's line of its first. */
export interface LineCheck {
	readonly title: string;
	readonly text: string;
	readonly line: number;
}

/** Whether the exit code of the whole block hides that something in it failed. */
export function exitCodeSaysNothing({
	text,
	language,
	line,
}: Pick<Script, 'text' | 'language' | 'line'>): boolean {
	return isPosixShell(language) && swallowedBy(shellCommands(text, line)) !== undefined;
}

/**
 * A block of checks as one check for each command, in its order, so that each has a result of its own. `undefined`
 * when there are not at least two, when one needs what an earlier one did to the shell, or when one may change things.
 */
export function lineChecks({
	text,
	language,
	line,
}: Pick<Script, 'text' | 'language' | 'line'>): readonly LineCheck[] | undefined {
	if (!isPosixShell(language)) return undefined;
	const commands = commandsWithComments(text);
	if (commands.length < 2 || partsDepend(commands.map((command) => [command.text]))) return undefined;
	if (commands.some((command) => classifyEffect(command.comment ?? '', [command.text]).effect !== 'check'))
		return undefined;
	const counts = new Map<string, number>();
	for (const { comment } of commands) counts.set(comment ?? '', (counts.get(comment ?? '') ?? 0) + 1);
	return commands.map(({ comment, text: command, from }) => ({
		// A comment over several commands names none of them.
		title: comment !== undefined && counts.get(comment) === 1 ? comment : firstLine(command),
		text: `${command}\n`,
		line: line + from,
	}));
}

interface Command {
	readonly text: string;
	/** 0-based line of the text. */
	readonly from: number;
	readonly comment: string | undefined;
}

function commandsWithComments(text: string): readonly Command[] {
	const lines = text.replace(/\n$/, '').split('\n');
	const commands: Command[] = [];
	let comment: string | undefined;
	classifyShellLines(text).forEach((kind, index) => {
		const line = lines[index] ?? '';
		if (kind === 'comment') comment = line.replace(/^\s*#+!?\s*/, '').trim() || comment;
		if (kind === 'command') commands.push({ text: line, from: index, comment });
		const open = kind === 'inside' ? commands.pop() : undefined;
		if (open) commands.push({ ...open, text: `${open.text}\n${line}` });
	});
	return commands;
}

function firstLine(command: string): string {
	const [first = ''] = command.split('\n');
	return command === first ? first.trim() : `${first.trim()} …`;
}

export interface CheckResult {
	readonly title: string;
	readonly outcome: ScriptOutcome;
}

/** The worst of them: a check that nobody knows the end of is worse than a warning, and no success. */
export function verdictOfAll(results: readonly CheckResult[]): Verdict {
	const verdicts = new Set(results.map(({ outcome }) => verdictOf(outcome, 'check')));
	const order: readonly Verdict[] = ['failed', 'undecided', 'warning', 'ok'];
	return order.find((verdict) => verdicts.has(verdict)) ?? 'undecided';
}

/** `2 of 3 ok. “Check database”: exit 22 (failed).` */
export function summaryOfChecks(results: readonly CheckResult[]): string {
	if (results.length === 0) return 'Nothing was run.';
	const bad = results.filter(({ outcome }) => verdictOf(outcome, 'check') !== 'ok');
	const good = results.length - bad.length;
	const details = bad.map(({ title, outcome }) => `“${title}”: ${outcomeWords(outcome, 'check')}.`);
	return [`${bad.length === 0 ? `All ${good}` : `${good} of ${results.length}`} ok.`, ...details].join(' ');
}
