import type { Heading, ListItem } from './blocks';
import { boldLabel } from './boldLabels';
import { readHeading } from './headingText';
import type { IdMint } from './itemId';
import { itemScripts, sectionTitle } from './itemScripts';
import type { Procedure, RunbookContext, Step } from './model';
import type { Section } from './outline';

/** Steps without boxes: numbered lists of two and more, and headings that count (`Step 1: …`, `1. …`). */
export function readProcedures(
	sections: readonly Section[],
	ids: IdMint,
	context: RunbookContext,
): readonly Procedure[] {
	const lists = sections
		.filter(hasOrdered)
		.flatMap((section) => listProcedures(section, { ids, context }, isOrdered));
	return [...headingProcedures(sections, { ids, context }), ...lists].sort(
		(left, right) => left.line - right.line,
	);
}

function hasOrdered({ items }: Section): boolean {
	return items.some(isOrdered);
}

function isOrdered({ ordered }: ListItem): boolean {
	return ordered;
}

/** Titles of parts that say what to do. */
const actionTitle =
	/\b(?:steps?|procedures?|actions?|checklist|what to do|how to|to do|mitigat\w*|resol\w*|remed\w*|respon(?:d|se)\w*|recover\w*|restor\w*|roll(?:ing)?[- ]?back|triage|diagnos\w*|investigat\w*|troubleshoot\w*|debug\w*|immediate\w*|first|before|during|after|verif\w*|check\w*|fix\w*|escalat\w*|contain\w*|instructions?|process|workflow|tasks?|duties|do)\b/i;

/** For documents with neither boxes nor numbers: the bullets under a title that says what to do. */
export function readBulletProcedures(
	sections: readonly Section[],
	ids: IdMint,
	context: RunbookContext,
): readonly Procedure[] {
	const lists = sections.flatMap((section) => listProcedures(section, { ids, context }, () => true));
	return lists.filter(({ title }) => actionTitle.test(title));
}

interface Draft {
	/** The bold label above the list; `undefined` when the heading titles it. */
	readonly label: string | undefined;
	readonly line: number;
	readonly items: ListItem[];
}

/** A bold label between two lists starts a procedure of its own. A list that a fence cuts in two is still one. */
interface StepContext {
	readonly ids: IdMint;
	readonly context: RunbookContext;
}

function listProcedures(
	section: Section,
	context: StepContext,
	wanted: (item: ListItem) => boolean,
): readonly Procedure[] {
	let current: Draft = { label: undefined, line: section.heading?.line ?? 1, items: [] };
	const drafts = [current];
	for (const block of section.blocks) {
		if (block.kind === 'item') {
			if (block.depth === 0 && block.checked === undefined && wanted(block)) current.items.push(block);
			continue;
		}
		const label = boldLabel(block);
		if (label === undefined) continue;
		current = { label, line: block.endLine, items: [] };
		drafts.push(current);
	}
	return drafts
		.filter(({ items }) => items.length >= 2)
		.map(({ label, line, items }) => {
			const title = label ?? (section.heading ? readHeading(section.heading.words).title : '');
			const around = sectionTitle(section.heading);
			return { title, line, steps: items.map((item) => toStep(item, around, context)) };
		});
}

/** `Step 1: …`, `Phase 2 – …`, `1. …`, `1) …`, `1.2 …`; in the corpus' commonest languages. */
const stepHeading =
	/^\W*(?:step|phase|etapa|fase|paso|passo|étape|schritt)\s+\d+\b|^\W*\d+(?:\.\d+)*[.)]?\s+\S/i;
/** Chapters of a document, not things to do. */
const chapter =
	/\b(?:purpose|scope|overview|introduction|definitions?|references?|roles?|responsibilities|contacts?|contents|appendix|glossary|severity|classification|background|objectives?|history|metrics|goals?|principles|revision|audience)\b/i;

function headingProcedures(sections: readonly Section[], context: StepContext): readonly Procedure[] {
	const byParent = new Map<Heading | undefined, Heading[]>();
	for (const { heading, parent } of sections) {
		if (!heading || !/\d/.test(heading.words.source)) continue;
		const { text } = heading.words;
		if (!stepHeading.test(text) || chapter.test(text)) continue;
		const siblings = byParent.get(parent?.heading);
		if (siblings) siblings.push(heading);
		else byParent.set(parent?.heading, [heading]);
	}
	return [...byParent].flatMap(([parent, headings]) => {
		const [first] = headings;
		if (!first || headings.length < 2) return [];
		const title = parent ? readHeading(parent.words).title : '';
		const steps = headings.map((heading) => toStep(heading, title, context));
		return [{ title, line: parent?.line ?? first.line, steps }];
	});
}

function toStep(step: Heading | ListItem, section: string, { ids, context }: StepContext): Step {
	const { words, line, endLine } = step;
	const { text, label, detail } = words.item;
	const id = ids.mint(label ?? text, text);
	return { id, text, label, detail, line, endLine, scripts: itemScripts(step, { id, section }, context) };
}
