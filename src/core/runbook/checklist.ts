import type { ListItem } from './blocks';
import { readConditions } from './conditions';
import { readHeading, type HeadingText } from './headingText';
import { plainText } from './inline';
import { linksIn, readItemText } from './item';
import type { IdMint } from './itemId';
import { resolveLink } from './links';
import type { Group, Item, Phase, Role, RunbookContext } from './model';
import { splitAtLabels, type Section } from './outline';
import type { SeverityScheme } from './severityWords';

/** What the checklist is read with. */
export interface ChecklistContext extends RunbookContext {
	readonly ids: IdMint;
	readonly roles: readonly Role[];
	readonly scheme: SeverityScheme;
}

/** Windows of these phases count from the resolution: "Post-Incident Actions", "After the incident", "Follow-up". */
const afterwards =
	/\b(?:post-?\s?(?:incident|mortem)|after(?:wards| the incident| resolution)|follow-?ups?)\b/i;

/**
 * Gathers the tasks of the document into phases and groups. A group is the heading (or bold label) right above its
 * items. Its phase is the nearest enclosing heading with a time window, else the enclosing heading, else the group
 * itself.
 */
export function readChecklist(sections: readonly Section[], context: ChecklistContext): readonly Phase[] {
	const roleNames = new Set(context.roles.flatMap(({ name, short }) => [name, short ?? name]).map(lowerCase));
	const known = new Map<string, HeadingText>();
	const read = (source: string): HeadingText => {
		const text = known.get(source) ?? readHeading(source, roleNames, context.scheme);
		known.set(source, text);
		return text;
	};
	const phases = new Map<number, { phase: Omit<Phase, 'groups'>; groups: Group[] }>();
	for (const section of sections.filter(hasTasks).flatMap(splitAtLabels)) {
		const items = itemsOf(section, context);
		if (items.length === 0) continue;
		const { phase, group } = place(section, read);
		const entry = phases.get(phase.line) ?? { phase, groups: [] };
		entry.groups.push({ ...group, items });
		phases.set(phase.line, entry);
	}
	return [...phases.values()].map(({ phase, groups }) => ({ ...phase, groups }));
}

function hasTasks({ blocks }: Section): boolean {
	return blocks.some((block) => block.kind === 'item' && block.checked !== undefined);
}

/** Counts depth in tasks: a task under a plain item is no sub-step of the task before that item. */
function itemsOf(section: Section, context: ChecklistContext): readonly Item[] {
	const items: Item[] = [];
	const open: ListItem[] = [];
	for (const block of section.blocks) {
		if (block.kind !== 'item') continue;
		while ((open.at(-1)?.depth ?? -1) >= block.depth) open.pop();
		const parent = open.at(-1);
		const depth = open.filter(({ checked }) => checked !== undefined).length;
		open.push(block);
		if (block.checked === undefined) continue;
		const under = parent?.checked === undefined ? parent : undefined;
		items.push(toItem(block, { depth, under }, context));
	}
	return items;
}

interface Nesting {
	readonly depth: number;
	/** The plain item right above. */
	readonly under: ListItem | undefined;
}

/** Written out member by member: a spread here is a sixth of the time of a large checklist. */
function toItem(task: ListItem, { depth, under }: Nesting, context: ChecklistContext): Item {
	const { text, label, detail } = readItemText(task.source);
	const { severities, dueMin } = readConditions(text, context.scheme);
	return {
		id: context.ids.mint(label ?? text, text),
		text,
		label,
		detail,
		checked: task.checked ?? false,
		depth,
		under: under && plainText(under.source).replace(/\s*:$/, ''),
		line: task.line,
		endLine: task.endLine,
		links: linksIn(task.source).map((link) => resolveLink(link, task.line, context)),
		severities,
		dueMin,
	};
}

interface Place {
	readonly phase: Omit<Phase, 'groups'>;
	readonly group: Omit<Group, 'items'>;
}

function place(section: Section, read: (source: string) => HeadingText): Place {
	const own = section.heading;
	if (!own) return { phase: { title: '', window: undefined, line: 1 }, group: directGroup(1) };
	const texts = section.ancestors.map((heading) => ({ heading, ...read(heading.source) }));
	const timed = texts.findLast((text) => text.window !== undefined);
	const holder = timed ?? texts.at(-1);
	const heading = read(own.source);
	if (!holder) {
		const phase = { title: wholeTitle(heading), window: heading.window, line: own.line };
		return { phase, group: { ...directGroup(own.line), role: heading.role, cadence: heading.cadence } };
	}
	const between = texts.slice(texts.indexOf(holder) + 1).map((text) => text.title);
	const group = { ...heading, title: [...between, heading.title].join(' › '), line: own.line };
	const phase = { title: wholeTitle(holder), window: holder.window, line: holder.heading.line };
	return { phase, group: { ...group, window: countedFrom(group.window, phase.title) } };
}

function directGroup(line: number): Omit<Group, 'items'> {
	return { title: '', role: undefined, window: undefined, cadence: [], line };
}

/** A phase has no role of its own, so a role in its heading goes back into the title. */
function wholeTitle(text: HeadingText): string {
	return text.role === undefined ? text.title : `${text.title} (${text.role})`;
}

function countedFrom(window: Group['window'], phaseTitle: string): Group['window'] {
	return window && afterwards.test(phaseTitle) ? { ...window, from: 'resolved' } : window;
}

function lowerCase(text: string): string {
	return text.toLowerCase();
}
