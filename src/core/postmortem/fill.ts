import { actionText } from './actionRows';
import { shareActions } from './actionShare';
import { escapeInline, escapeKeepingAddresses, oneLine, yamlQuoted } from './escape';
import type { ActionItem, FactKey, Facts } from './facts';
import { findSlots } from './findSlots';
import { lineEndOf } from './lines';
import type { ActionSlot, FieldSlot, Found, Slot } from './slots';
import type { Range } from './timelineRanges';
import { timelineText } from './timelineRows';
import { valueOf, type Value } from './values';

/** A place that got its answer. `line` is 1-based, in the template. */
export interface FilledSlot {
	readonly key: FactKey;
	/** As the template writes it, such as `Start (UTC)`. */
	readonly label: string;
	readonly line: number;
	/** What was replaced, in the template, and what stands there now, in the result. */
	readonly places: readonly { readonly source: Range; readonly target: Range }[];
	/** Ids of the events the answer comes from; empty when it is not from the record. */
	readonly events: readonly string[];
}

/** A place that still waits. `prose` is a section, `other` a field this program does not know. */
export interface OpenSlot {
	readonly key: FactKey | 'prose' | 'other';
	readonly label: string;
	readonly line: number;
}

export interface FillResult {
	readonly text: string;
	/** In the order of the template, as is `open`. */
	readonly filled: readonly FilledSlot[];
	readonly open: readonly OpenSlot[];
}

interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * Writes the facts into the slots of any Markdown template. What is not a slot, and every slot without data, stays
 * byte for byte. Never throws; time grows linearly with the template.
 */
export function fillTemplate(template: string, facts: Facts, sources: Sources = {}): FillResult {
	const found = inOrder(findSlots(template));
	const actions = found.filter((item) => item.kind === 'actions');
	const shares = shareActions(actions, facts.actionItems ?? []);
	const context = { facts, lineEnd: lineEndOf(template), template, shares };
	const edits: Edit[] = [];
	const filled: FilledSlot[] = [];
	const open: OpenSlot[] = [];
	// By how much the result is longer than the template, up to here.
	let shift = 0;
	for (const item of found) {
		const { label, line } = item;
		const own = item.kind === 'open' ? [] : editsOf(item, context);
		if (item.kind === 'open' || own[0] === undefined || own[0].start < (edits.at(-1)?.end ?? 0)) {
			open.push({ key: item.kind === 'actions' && shares.size > 0 ? 'other' : item.key, label, line });
			continue;
		}
		edits.push(...own);
		const places = own.map(({ start, end, text }) => {
			const target = { start: start + shift, end: start + shift + text.length };
			shift += text.length - (end - start);
			return { source: { start, end }, target };
		});
		filled.push({ key: item.key, label, line, places, events: eventsOf(item, context, sources) });
	}
	return { text: applied(template, edits), filled, open };
}

/** Which events each fact comes from. */
export type Sources = Partial<Readonly<Record<FactKey, readonly string[]>>>;

function eventsOf(slot: Slot, { facts, shares }: Context, sources: Sources): readonly string[] {
	switch (slot.kind) {
		case 'timeline':
			return (facts.timeline ?? []).flatMap(({ events }) => events);
		case 'actions':
			return (shares.get(slot) ?? []).flatMap(({ events }) => events);
		case 'field':
			return sources[slot.key] ?? [];
	}
}

/** By line, and in a line by place; slots before the section they stand in. */
function inOrder(found: readonly Found[]): readonly Found[] {
	const place = (item: Found) => (item.kind === 'field' ? item.start : 0);
	return [...found].sort((one, other) => one.line - other.line || place(one) - place(other));
}

interface Context {
	readonly facts: Facts;
	readonly lineEnd: string;
	readonly template: string;
	readonly shares: ReadonlyMap<ActionSlot, readonly ActionItem[]>;
}

function editsOf(slot: Slot, context: Context): readonly Edit[] {
	const { facts, lineEnd, template, shares } = context;
	if (slot.kind === 'timeline') {
		const rows = facts.timeline ?? [];
		return rows.length === 0 ? [] : rowEdits(slot.ranges, timelineText(slot, rows, lineEnd), template);
	}
	if (slot.kind === 'actions') {
		const items = shares.get(slot) ?? [];
		return items.length === 0 ? [] : rowEdits(slot.ranges, actionText(slot, items, lineEnd), template);
	}
	const value = valueOf(slot, facts);
	return value === undefined
		? []
		: [{ start: slot.start, end: slot.end, text: fieldText(slot, value, lineEnd) }];
}

/** All rows at the first range; the others go, each with the line end before it. */
function rowEdits(ranges: readonly Range[], text: string, template: string): readonly Edit[] {
	const [first, ...others] = ranges;
	if (first === undefined) {
		return [];
	}
	return [
		{ start: first.start, end: first.end, text },
		...others.map(({ start, end }) => ({ start: lineEndBefore(template, start), end, text: '' })),
	];
}

/** Lists whose lines end in the address of a commit. */
export const hasAddresses: ReadonlySet<FactKey> = new Set(['suspects', 'rollbacks']);

/** The value as its place needs it: one text, or one line each in a list. */
function fieldText({ form, key }: FieldSlot, value: Value, lineEnd: string): string {
	const escape = hasAddresses.has(key) ? escapeKeepingAddresses : escapeInline;
	const texts = value.texts.map((text) => (value.isUserText ? escape(text) : text));
	switch (form.kind) {
		case 'inline':
			return form.lead + texts.join(', ');
		case 'cell':
			return inCell(texts.join(', '), form.cell);
		case 'block':
			return form.lead + blockText(texts, form.bullet, lineEnd);
		case 'yaml':
			return form.lead + yamlText(value.texts.join(', '), form.quote, value.isUserText);
		case 'heading':
			return form.before + texts.join(', ');
	}
}

function blockText(texts: readonly string[], bullet: string, lineEnd: string): string {
	const marker = bullet === '' && texts.length > 1 ? '- ' : bullet;
	return texts.map((text) => marker + text).join(lineEnd);
}

/** As wide as the cell was, so that aligned columns stay aligned. */
function inCell(text: string, cell: string): string {
	const isBlank = cell.trim() === '';
	const before = isBlank ? ' ' : cell.slice(0, cell.length - cell.trimStart().length);
	const after = isBlank || /\s$/u.test(cell) ? ' ' : '';
	return (before + text).padEnd(cell.length - after.length) + after;
}

/** Plain where YAML reads it as the text it is. */
function yamlText(text: string, quote: '' | '"' | "'", isUserText: boolean): string {
	if (quote === "'") {
		return `'${oneLine(text).replaceAll("'", "''")}'`;
	}
	return quote === '"' || isUserText ? yamlQuoted(text) : text;
}

function lineEndBefore(template: string, offset: number): number {
	if (template.slice(offset - 2, offset) === '\r\n') {
		return offset - 2;
	}
	return /[\r\n]/.test(template.slice(offset - 1, offset)) ? offset - 1 : offset;
}

/** @param edits in order, without overlaps */
function applied(template: string, edits: readonly Edit[]): string {
	let at = 0;
	const pieces = edits.flatMap(({ start, end, text }) => {
		const kept = template.slice(at, start);
		at = end;
		return [kept, text];
	});
	return pieces.join('') + template.slice(at);
}
