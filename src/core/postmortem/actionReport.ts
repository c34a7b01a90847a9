import { csvText } from '../csv';
import { escapeInline } from './escape';
import { shorten } from './shorten';
import type { WrittenAction } from './writtenActions';

/** An action item with the postmortem it stands in, as a path relative to the workspace folder. */
export interface FiledAction extends WrittenAction {
	readonly file: string;
	readonly overdue: boolean;
}

/** Open ones before done ones; overdue first, then by day, then those without one. @param today `2026-11-24` */
export function sortActions(
	actions: readonly (WrittenAction & { readonly file: string })[],
	today: string,
): readonly FiledAction[] {
	return actions
		.map((action) => ({ ...action, overdue: !action.done && action.due !== undefined && action.due < today }))
		.sort(
			(one, other) =>
				Number(one.done) - Number(other.done) ||
				compare(one.due ?? '9999', other.due ?? '9999') ||
				compare(one.file, other.file) ||
				one.line - other.line,
		);
}

export function actionsCsv(actions: readonly FiledAction[]): string {
	const rows = actions.map((action) => [
		action.text,
		action.owner ?? '',
		action.due ?? '',
		action.done ? 'done' : action.overdue ? 'overdue' : 'open',
		action.file,
		String(action.line),
	]);
	return csvText(['Action', 'Owner', 'Due', 'Status', 'File', 'Line'], rows);
}

/** One issue an action item: a title line, then its body, ready to paste; rules stand between them. */
export function actionsAsIssues(actions: readonly FiledAction[]): string {
	const issues = actions.map(({ text, owner, due, file, line }) =>
		[
			`# ${escapeInline(shorten(text, 120))}`,
			'',
			escapeInline(text),
			'',
			`- Owner: ${owner === undefined ? 'nobody yet' : escapeInline(owner)}`,
			`- Due: ${due ?? 'no day yet'}`,
			`- From: ${escapeInline(file)}, line ${line}`,
			'',
		].join('\n'),
	);
	return issues.join('\n---\n\n');
}

/** What a person reads: one line an item. */
export function actionLine({ text, owner, due, done, overdue, file, line }: FiledAction): string {
	const state = done ? 'done' : overdue ? 'OVERDUE' : 'open';
	return `${state}  ${due ?? 'no day'}  ${owner ?? 'no owner'}  ${text}  (${file}:${line})`;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
