import { escapeInline } from './escape';
import type { ActionItem } from './facts';
import { placeholderOf } from './placeholder';
import type { ActionColumn, ActionSlot, ActionStyle } from './slots';

/** All items as the template would write them, joined by `lineEnd`. */
export function actionText({ style }: ActionSlot, items: readonly ActionItem[], lineEnd: string): string {
	return style.lead + items.map((item, index) => rowText(style, item, index)).join(lineEnd);
}

function rowText(style: ActionStyle, item: ActionItem, index: number): string {
	switch (style.kind) {
		case 'table': {
			const cells = style.columns.map((column, at) => {
				const text = cellText(column, item, { sample: style.sample[at] ?? '', number: style.first + index });
				return ` ${text} `.padEnd(style.widths[at] ?? 0);
			});
			return `${style.prefix}|${cells.join('|')}|`;
		}
		case 'list': {
			const marker = style.number === undefined ? style.marker : `${style.number + index}${style.marker}`;
			const box = style.isTask ? `[${item.done ? 'x' : ' '}] ` : '';
			return `${style.indent}${marker} ${box}${escapeInline(item.text)}${remark(item, style.isTask)}`;
		}
	}
}

/** ` (Ann, due 2026-12-01)`: what a table would have in columns. */
function remark({ owner, due, done }: ActionItem, isTask: boolean): string {
	const parts = [
		owner === undefined ? [] : [escapeInline(owner)],
		due === undefined ? [] : [`due ${escapeInline(due)}`],
		done && !isTask ? ['done'] : [],
	].flat();
	return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

interface Sample {
	/** What the template has in this column. */
	readonly sample: string;
	readonly number: number;
}

/** What is not known keeps the template's placeholder, for a person to fill. */
function cellText(column: ActionColumn, item: ActionItem, { sample, number }: Sample): string {
	const unknown = placeholderOf(sample) === undefined ? '' : sample;
	switch (column) {
		case 'number':
			return numberText(sample, number);
		case 'action':
			return escapeInline(item.text);
		case 'owner':
			return item.owner === undefined ? unknown : escapeInline(item.owner);
		case 'due':
			return item.due === undefined ? unknown : escapeInline(item.due);
		case 'status':
			return statusText(sample, item.done);
		case 'kind':
			return item.kind === undefined ? unknown : (optionFor(sample, [item.kind]) ?? upperFirst(item.kind));
		case 'other':
			return unknown;
	}
}

/** `AI-01` counts on as `AI-02`; without a number to follow, plain ones. */
function numberText(sample: string, number: number): string {
	const [, before = '', digits = ''] = /^(.*?)(\d+)$/u.exec(sample) ?? [];
	return `${before}${String(number).padStart(digits.length, '0')}`;
}

function statusText(sample: string, done: boolean): string {
	if (/^[☐☑✅]$/u.test(sample)) {
		return done ? '☑' : '☐';
	}
	if (/^\[[ xX]\]$/u.test(sample)) {
		return done ? '[x]' : '[ ]';
	}
	const words = done
		? ['done', 'closed', 'complete', 'completed', 'fixed']
		: ['open', 'todo', 'to do', 'not started', 'new'];
	return optionFor(sample, words) ?? (done ? 'Done' : 'Open');
}

/** The template's own spelling, where it offers the word as a choice. */
function optionFor(sample: string, words: readonly string[]): string | undefined {
	const placeholder = placeholderOf(sample);
	return placeholder?.kind === 'choice'
		? placeholder.options.find((option) => words.includes(option.toLowerCase()))
		: undefined;
}

function upperFirst(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
