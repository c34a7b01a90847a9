import type { IncidentState } from '../incident/model';
import { parseWindow, type TimeWindow } from '../schedule/window';
import {
	dueMinWords,
	dueOf,
	duration,
	dueWords,
	itemDue,
	windowWords,
	type Due,
	type DueState,
	type IncidentClock,
} from './dueState';
import { isForSeverity } from './filter';
import type { Group } from './model';
import type { Branch, Clock, Tickable } from './tree';

/** What a row says. */
export interface RowWords {
	readonly label: string;
	readonly description: string;
	readonly tooltip: string;
	/** For screen readers. */
	readonly spoken: string;
	readonly icon: RowIcon | undefined;
	/** Of items only: whether the box is ticked. */
	readonly done: boolean | undefined;
	/** Shown paler, because it is not for this incident; the words say so too. */
	readonly dimmed: boolean;
}

/** `foreign`: not for this incident's severity. */
export type RowIcon = DueState | 'foreign' | 'procedures' | 'linked' | 'other' | 'message' | 'problem';

/** What is true now. */
export interface RowFacts {
	readonly state: IncidentState | undefined;
	readonly now: number;
	/** An instant as a local time of day. */
	readonly time: (instant: number) => string;
}

type Row<K extends Branch['kind']> = Branch & { readonly kind: K };

export function rowWords(branch: Branch, facts: RowFacts): RowWords {
	switch (branch.kind) {
		case 'phase':
			return phaseWords(branch, facts);
		case 'group':
			return groupWords(branch, facts);
		case 'procedure':
			return procedureWords(branch, facts);
		case 'item':
			return itemWords(branch, facts);
		case 'heading':
			return plainRow(branch.title, branch.title === 'Procedures' ? 'procedures' : 'other');
		case 'document':
			return documentWords(branch, facts);
		case 'message':
			return plainRow(branch.text, 'message');
	}
}

function plainRow(label: string, icon: RowIcon): RowWords {
	return { label, description: '', tooltip: label, spoken: label, icon, done: undefined, dimmed: false };
}

function phaseWords({ phase, all }: Row<'phase'>, facts: RowFacts): RowWords {
	const title = phase.title || 'Checklist';
	const window = parseWindow(title) ? undefined : phase.window;
	return titledRow(title, standingOf(phase.window, all, facts), [windowText(window)]);
}

function groupWords({ group, all }: Row<'group'>, facts: RowFacts): RowWords {
	const window = parseWindow(group.title) ? undefined : group.window;
	const more = [cadenceText(group, facts), windowText(window)];
	return titledRow(group.title, standingOf(group.window, all, facts), more, group.role);
}

function procedureWords({ procedure, all }: Row<'procedure'>, facts: RowFacts): RowWords {
	return titledRow(procedure.title || 'Steps', standingOf(undefined, all, facts), []);
}

interface Standing {
	readonly done: number;
	readonly total: number;
	readonly due: Due | undefined;
	/** The same in words. */
	readonly words: string | undefined;
}

/** What is urgent comes first: the end of a row is what a narrow side bar cuts off. */
function titledRow(
	title: string,
	{ done, total, due, words }: Standing,
	more: readonly (string | undefined)[],
	role?: string,
): RowWords {
	const facts = [role, `${done}/${total}`, words, ...more].filter((word) => word !== undefined);
	const spokenRole = role === undefined ? undefined : `for ${role}`;
	const spoken = [title, words, `${done} of ${total} done`, spokenRole, ...more];
	return {
		label: due?.state === 'now' || due?.state === 'late' ? `${upperFirst(due.state)} · ${title}` : title,
		description: facts.join(' · '),
		tooltip: [title, ...facts].join('\n'),
		spoken: spoken.filter((word) => word !== undefined).join(', '),
		icon: due?.state,
		done: undefined,
		dimmed: false,
	};
}

function itemWords({ tickable, clock }: Row<'item'>, facts: RowFacts): RowWords {
	const { item, id } = tickable;
	const { state } = facts;
	const touched = state?.items.get(id);
	const done = touched?.done ?? false;
	const foreign = state !== undefined && !isForSeverity(item, state.severity);
	const due = done || foreign ? undefined : dueOfItem(tickable, clock, facts);
	const severities = severityText(tickable, foreign ? state.severity : undefined);
	const missing =
		item.links.find(({ resolved }) => resolved === false)?.target ??
		item.scripts.find((script) => script.missing)?.file;
	const notes = [due?.words, severities, missing && `missing: ${missing}`, item.under];
	const said = notes.filter((note) => note !== undefined);
	const detail = item.label === undefined ? undefined : item.detail;
	const doneBy = done && touched ? `Done by ${touched.by}, ${facts.time(touched.at)}` : undefined;
	return {
		label: item.label ?? item.text,
		description: [...said, detail].filter((part) => part !== undefined).join(' · '),
		tooltip: [item.text, doneBy, ...said].filter((part) => part !== undefined).join('\n'),
		spoken: [item.text, done ? 'done' : 'open', ...said].join(', '),
		icon: foreign ? 'foreign' : due?.late ? 'late' : undefined,
		done,
		dimmed: foreign,
	};
}

function documentWords({ path, role, document, all }: Row<'document'>, { state }: RowFacts): RowWords {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const kind = role === 'linked' ? 'linked checklist' : 'runbook';
	if (document?.kind === 'problem') {
		const spoken = `${name}, ${document.message}`;
		return { ...plainRow(name, 'problem'), description: 'cannot be read', tooltip: document.message, spoken };
	}
	const { done, total } = progress(all, state);
	const title = document?.runbook.title || name;
	const count = document && total > 0 ? `${done}/${total}` : undefined;
	const spokenCount = count === undefined ? undefined : `${done} of ${total} done`;
	return {
		...plainRow(title, role),
		description: [count, role === 'linked' ? name : path].filter((part) => part !== undefined).join(' · '),
		tooltip: `${title}\n${path}`,
		spoken: [title, kind, spokenCount].filter((part) => part !== undefined).join(', '),
	};
}

/** Items that are not for the incident's severity do not count. */
export function progress(
	all: readonly Tickable[],
	state: IncidentState | undefined,
): { readonly done: number; readonly total: number } {
	const counts = { done: 0, total: 0 };
	for (const { id, item } of all) {
		if (state && !isForSeverity(item, state.severity)) continue;
		counts.total++;
		if (state?.items.get(id)?.done) counts.done++;
	}
	return counts;
}

function standingOf(window: TimeWindow | undefined, all: readonly Tickable[], facts: RowFacts): Standing {
	const { done, total } = progress(all, facts.state);
	const clock = clockOf(facts);
	const due = clock && total > 0 ? dueOf(window, clock, total - done) : undefined;
	return { done, total, due, words: due && dueWords(due, facts.time) };
}

function dueOfItem(
	{ item }: Tickable,
	from: Clock,
	facts: RowFacts,
): { readonly words: string; readonly late: boolean } | undefined {
	if (item.dueMin === undefined) return undefined;
	const clock = clockOf(facts);
	const due = clock && itemDue(item.dueMin, from, clock);
	if (due?.state === 'left') return undefined;
	if (due?.at === undefined) return { words: `due ${dueMinWords(item.dueMin, from)}`, late: false };
	const late = due.state === 'late';
	return { words: `${late ? 'late, was ' : ''}due ${facts.time(due.at)}`, late };
}

function clockOf({ state, now }: RowFacts): IncidentClock | undefined {
	const declaredAt = state?.milestones.get('declaredAt');
	if (!state || declaredAt === undefined) return undefined;
	return { declaredAt, resolvedAt: state.milestones.get('resolvedAt'), now };
}

function severityText({ item }: Tickable, notFor: string | undefined): string | undefined {
	if (item.severities.length === 0) return undefined;
	return notFor === undefined ? `for ${item.severities.join('/')} only` : `not for ${notFor}`;
}

function cadenceText({ cadence }: Group, { state }: RowFacts): string | undefined {
	const mine = cadence.find(({ severity }) => severity === state?.severity);
	return mine && `every ${duration(mine.everyMin)}`;
}

function windowText(window: TimeWindow | undefined): string | undefined {
	return window && windowWords(window);
}

function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
