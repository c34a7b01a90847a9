import type { FactKey } from './facts';
import { factKeyOf, foldLabel, isRoleLabel } from './labels';
import { clockMask, dateMask, placeholderOf, type Placeholder } from './placeholder';
import { isSeverityChoice } from './severityWords';
import type { Found, SlotForm } from './slots';
import { isStatusChoice } from './statusWords';

/** A label and what stands beside it, before anybody has judged whether it is a slot. */
export interface Candidate {
	readonly label: string;
	readonly value: string;
	/** 1-based. */
	readonly line: number;
	readonly start: number;
	readonly end: number;
	readonly form: SlotForm;
	/** What else may say UTC, such as the header of the column. */
	readonly column?: string;
}

/** A slot; an open place when only a person can answer it; nothing when it has been answered. */
export function judgeField(candidate: Candidate): readonly Found[] {
	const label = plainLabel(candidate.label);
	const key = fieldKeyOf(label);
	const placeholder = placeholderOf(candidate.value);
	const open = { kind: 'open', key: key ?? 'other', label, line: candidate.line } as const;
	if (placeholder === undefined) {
		return key !== undefined && / \/ /u.test(candidate.value) ? [open] : [];
	}
	if (key === undefined || !accepts(key, label, placeholder)) {
		return label === '' ? [] : [open];
	}
	const saysUtc = /\bUTC\b/u.test(`${label} ${candidate.column ?? ''}`);
	const { line, start, end, form } = candidate;
	return [{ kind: 'field', key, label, line, start, end, form, placeholder, saysUtc }];
}

/** The key of a label that can have its answer beside it; sections such as the timeline can not. */
export function fieldKeyOf(label: string): FactKey | undefined {
	const key = factKeyOf(label);
	if (key === 'roles') {
		return isRoleLabel(label) ? key : undefined;
	}
	return key !== undefined && sectionKeys.has(key) ? undefined : key;
}

/** What only a section holds; a summary is first of all for people to write. */
const sectionKeys: ReadonlySet<FactKey> = new Set<FactKey>(['timeline', 'actionItems', 'summary']);

/** `**Start** (UTC):` -> `Start (UTC)`. */
export function plainLabel(label: string): string {
	return label
		.replace(/[*_`]/gu, '')
		.replace(/[\s:：]+$/u, '')
		.trim();
}

/** A placeholder that asks for something else than the key promises is left to a person. */
function accepts(key: FactKey, label: string, placeholder: Placeholder): boolean {
	if (foldLabel(label) === 'data' && !(placeholder.kind === 'mask' && dateMask.test(placeholder.text))) {
		return false; // Portuguese for date, English for something else.
	}
	switch (placeholder.kind) {
		case 'empty':
			return true;
		case 'choice':
			return acceptsChoice(key, placeholder.options);
		case 'mask':
			return acceptsMask(key, placeholder.text);
		case 'prompt':
			return !isInstant(key) || !/\b(?:how|who|why|which|what|minutes?|hours?)\b/iu.test(placeholder.text);
	}
}

function acceptsChoice(key: FactKey, options: readonly string[]): boolean {
	if (key === 'severity') {
		return isSeverityChoice(options);
	}
	if (key === 'duration') {
		// `total / detection-to-mitigation`: parts to be told, not values to choose from.
		const areParts = options.every((option) => /^(?:total|\p{L}+-to-\p{L}+)$/iu.test(option));
		return areParts || options.every((option) => /^(?:minutes?|mins?|hours?|hrs?|days?)$/iu.test(option));
	}
	return key === 'status' && isStatusChoice(options);
}

function acceptsMask(key: FactKey, mask: string): boolean {
	const hasDate = dateMask.test(mask);
	const hasClock = clockMask.test(mask);
	if (isInstant(key)) {
		return hasDate || hasClock || !/\b(?:min|h|hour|day|sec)/iu.test(mask);
	}
	return key === 'id' || !hasDate;
}

export function isInstant(key: FactKey): boolean {
	return key.endsWith('At') || key === 'date';
}
