import type { Heading, ListItem } from './blocks';
import { boldLabel } from './boldLabels';
import { readHeading } from './headingText';
import type { IdMint } from './itemId';
import { itemScripts, sectionTitle } from './itemScripts';
import type { Procedure, RunbookContext, Step } from './model';
import type { Section } from './outline';

/** What steps are read with. */
export interface StepContext extends RunbookContext {
	readonly ids: IdMint;
}

/**
 * Steps without boxes: numbered lists of two and more, headings that count (`Step 1: …`, `1. …`), and the bullets right
 * under such a heading.
 */
export function readProcedures(sections: readonly Section[], context: StepContext): readonly Procedure[] {
	const lists = sections.filter(hasOrdered).flatMap((section) => listProcedures(section, context, isOrdered));
	const counted = countedHeadings(sections);
	const headings = headingProcedures(counted, sections, context);
	const bullets = bulletsBelow(counted, sections, context);
	return [...headings, ...lists, ...bullets].sort((left, right) => left.line - right.line);
}

function hasOrdered({ items }: Section): boolean {
	return items.some(isOrdered);
}

function isOrdered({ ordered }: ListItem): boolean {
	return ordered;
}

function isAny(): boolean {
	return true;
}

/** Titles of parts that say what to do. */
const actionTitle =
	/\b(?:steps?|procedures?|actions?|checklist|what to do|how to|to do|mitigat\w*|resol\w*|remed\w*|respon(?:d|se)\w*|recover\w*|restor\w*|roll(?:ing)?[- ]?back|triage|diagnos\w*|investigat\w*|troubleshoot\w*|debug\w*|immediate\w*|first|before|during|after|verif\w*|check\w*|fix\w*|escalat\w*|contain\w*|instructions?|process|workflow|tasks?|duties|do)\b/i;

/** For documents with neither boxes nor numbers: the bullets under a title that says what to do. */
export function readBulletProcedures(
	sections: readonly Section[],
	context: StepContext,
): readonly Procedure[] {
	const lists = sections.flatMap((section) => listProcedures(section, context, isAny));
	return lists.filter(({ title }) => actionTitle.test(title));
}

interface Draft {
	/** The bold label above the list; `undefined` when the heading titles it. */
	readonly label: string | undefined;
	readonly line: number;
	readonly items: ListItem[];
}

/** Labels that say no more than that steps follow. */
const plainLabel = /^(?:procedures?|steps?|actions?|instructions?|process|what to do)$/i;

/** A bold label between two lists starts a procedure of its own. A list that a fence cuts in two is still one. */
function listProcedures(
	section: Section,
	context: StepContext,
	wanted: (item: ListItem) => boolean,
): readonly Procedure[] {
	return draftsOf(section, wanted).map(({ label, line, items }) => {
		const own = section.heading ? readHeading(section.heading.words).title : '';
		const title = label === undefined || (own !== '' && plainLabel.test(label)) ? own : label;
		const around = sectionTitle(section.heading);
		return { title, line, steps: items.map((item) => toStep(item, around, context)) };
	});
}

/** Lists of two and more wanted items, each with the plain ones nested in it. */
function draftsOf(section: Section, wanted: (item: ListItem) => boolean): readonly Draft[] {
	let current: Draft = { label: undefined, line: section.heading?.line ?? 1, items: [] };
	const drafts = [current];
	let inside = false;
	for (const block of section.blocks) {
		if (block.kind === 'item') {
			if (block.depth === 0) inside = block.checked === undefined && wanted(block);
			if (inside && block.checked === undefined) current.items.push(block);
			continue;
		}
		const label = boldLabel(block);
		if (label === undefined) continue;
		current = { label, line: block.endLine, items: [] };
		drafts.push(current);
	}
	return drafts.filter(({ items }) => items.filter(({ depth }) => depth === 0).length >= 2);
}

/** `Step 1: …`, `Phase 2 – …`, `1. …`, `1) …`, `1.2 …`; in the corpus' commonest languages. */
const stepHeading =
	/^\W*(?:step|phase|etapa|fase|paso|passo|étape|schritt)\s+\d+\b|^\W*\d+(?:\.\d+)*[.)]?\s+\S/i;
/** Chapters of a document, not things to do. */
const chapter =
	/\b(?:purpose|scope|overview|introduction|definitions?|references?|roles?|responsibilities|contacts?|contents|appendix|glossary|severity|classification|background|objectives?|history|metrics|goals?|principles|revision|audience|tools?|links|resources|next steps|prerequisites|herramientas|enlaces|clasificaci[óo]n|classifica[çc][ãa]o|pr[óo]ximos pasos|contactos?|contatos?)(?![\p{L}])/iu;

/** The headings that count two and more, by the heading around them. */
function countedHeadings(sections: readonly Section[]): ReadonlyMap<Heading | undefined, readonly Heading[]> {
	const byParent = new Map<Heading | undefined, Heading[]>();
	for (const { heading, parent } of sections) {
		if (!heading || !/\d/.test(heading.words.source)) continue;
		const { text } = heading.words;
		if (!stepHeading.test(text) || chapter.test(text)) continue;
		const siblings = byParent.get(parent?.heading);
		if (siblings) siblings.push(heading);
		else byParent.set(parent?.heading, [heading]);
	}
	return new Map([...byParent].filter(([, headings]) => headings.length >= 2));
}

type Counted = ReturnType<typeof countedHeadings>;

/** Steps with nothing around them are those of the document. */
function headingProcedures(
	counted: Counted,
	sections: readonly Section[],
	context: StepContext,
): readonly Procedure[] {
	const first = sections.find(({ heading }) => heading)?.heading;
	const whole = first?.level === 1 ? first : undefined;
	return [...counted].map(([parent, headings]) => {
		const around = parent ?? (headings[0] === whole ? undefined : whole);
		const title = around ? readHeading(around.words).title : '';
		const steps = headings.map((heading) => toStep(heading, title, context));
		return { title, line: parent?.line ?? headings[0]?.line ?? 1, steps };
	});
}

/** `### 2. Triage` with what to do in bullets. A list under a bold label says something about the step. */
function bulletsBelow(
	counted: Counted,
	sections: readonly Section[],
	context: StepContext,
): readonly Procedure[] {
	const headings = new Set([...counted.values()].flat());
	return sections.flatMap((section) => {
		if (!section.heading || !headings.has(section.heading)) return [];
		const drafts = draftsOf(section, ({ ordered }) => !ordered);
		return drafts.flatMap(({ label, line, items }) => {
			if (label !== undefined || !section.heading) return [];
			const { title } = readHeading(section.heading.words);
			return [{ title, line, steps: items.map((item) => toStep(item, title, context)) }];
		});
	});
}

/** `section`: the words of the heading around it, for scripts it names. */
function toStep(step: Heading | ListItem, section: string, context: StepContext): Step {
	const { words, line, endLine } = step;
	const { text, label, detail } = words.item;
	const id = context.ids.mint(label ?? text, text);
	const depth = step.kind === 'item' ? step.depth : 0;
	return {
		id,
		text,
		label,
		detail,
		depth,
		line,
		endLine,
		scripts: itemScripts(step, { id, section }, context),
	};
}
