import type { Heading, ListItem } from './blocks';
import { readConditions } from './conditions';
import { readHeading, type HeadingText } from './headingText';
import { itemScripts, sectionTitle } from './itemScripts';
import { withoutColon } from './item';
import type { IdMint } from './itemId';
import { linksOf } from './links';
import type { Group, Item, Phase, Role, RunbookContext } from './model';
import { splitAtLabels, type Part, type Section } from './outline';
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
	const roleNames = namesOf(context.roles);
	const known = new Map<Heading, HeadingText>();
	const read = (heading: Heading): HeadingText => {
		const text = known.get(heading) ?? readHeading(heading.words, roleNames, context.scheme);
		known.set(heading, text);
		return text;
	};
	const phases = new Map<number, { phase: Omit<Phase, 'groups'>; groups: Group[] }>();
	for (const part of sections.filter(hasTasks).flatMap(splitAtLabels)) {
		const items = itemsOf(part, context);
		if (items.length === 0) continue;
		const { phase, group } = place(part, read);
		const entry = phases.get(phase.line) ?? { phase, groups: [] };
		entry.groups.push(groupOf(group, items));
		phases.set(phase.line, entry);
	}
	return Array.from(phases.values(), ({ phase, groups }) => {
		return { title: phase.title, window: phase.window, line: phase.line, groups };
	});
}

function namesOf(roles: readonly Role[]): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { name, short } of roles) names.add(name.toLowerCase()).add((short ?? name).toLowerCase());
	return names;
}

function hasTasks({ items }: Section): boolean {
	return items.some(({ checked }) => checked !== undefined);
}

/** Counts depth in tasks: a task under a plain item is no sub-step of the task before that item. */
function itemsOf(section: Part, context: ChecklistContext): readonly Item[] {
	const items: Item[] = [];
	const open: { readonly item: ListItem; readonly inside: number }[] = [];
	const title = sectionTitle(section.heading);
	for (const item of section.blocks) {
		if (item.kind !== 'item') continue;
		while ((open.at(-1)?.item.depth ?? -1) >= item.depth) open.pop();
		const parent = open.at(-1);
		const depth = parent?.inside ?? 0;
		const isTask = item.checked !== undefined;
		open.push({ item, inside: isTask ? depth + 1 : depth });
		if (!isTask) continue;
		const under = parent?.item.checked === undefined ? parent?.item : undefined;
		items.push(toItem(item, { depth, under, section: title }, context));
	}
	return items;
}

interface Nesting {
	readonly depth: number;
	/** The plain item right above. */
	readonly under: ListItem | undefined;
	/** The heading around. */
	readonly section: string;
}

/** Written out member by member: a spread here is a sixth of the time of a large checklist. */
function toItem(task: ListItem, { depth, under, section }: Nesting, context: ChecklistContext): Item {
	const { text, label, detail } = task.words.item;
	const { severities, dueMin } = readConditions(text, context.scheme);
	const id = context.ids.mint(label ?? text, text);
	return {
		id,
		text,
		label,
		detail,
		checked: task.checked ?? false,
		depth,
		under: under && withoutColon(under.words.text),
		line: task.line,
		endLine: task.endLine,
		links: linksOf(task, context),
		severities,
		dueMin,
		scripts: itemScripts(task, { id, section }, context),
	};
}

interface Place {
	readonly phase: Omit<Phase, 'groups'>;
	readonly group: Omit<Group, 'items'>;
}

type ReadHeading = (heading: Heading) => HeadingText;

function place({ heading, ancestors }: Part, read: ReadHeading): Place {
	if (!heading) return { phase: { title: '', window: undefined, line: 1 }, group: directGroup(1) };
	const timed = ancestors.findLastIndex((ancestor) => read(ancestor).window !== undefined);
	const at = timed < 0 ? ancestors.length - 1 : timed;
	const holder = ancestors[at];
	const own = read(heading);
	if (!holder) return { phase: phaseOf(heading, own), group: directGroup(heading.line, own) };
	const phase = phaseOf(holder, read(holder));
	const between = ancestors.slice(at + 1).map((ancestor) => read(ancestor).title);
	const title = between.length === 0 ? own.title : [...between, own.title].join(' › ');
	const window = countedFrom(own.window, phase.title);
	return { phase, group: { title, role: own.role, window, cadence: own.cadence, line: heading.line } };
}

function phaseOf({ line }: Heading, text: HeadingText): Omit<Phase, 'groups'> {
	return { title: wholeTitle(text), window: text.window, line };
}

/** The group whose heading is the phase itself. */
function directGroup(line: number, own?: HeadingText): Omit<Group, 'items'> {
	return { title: '', role: own?.role, window: undefined, cadence: own?.cadence ?? [], line };
}

/** Written out, as is every step above: a spread costs more than reading the heading does. */
function groupOf(group: Omit<Group, 'items'>, items: readonly Item[]): Group {
	const { title, role, window, cadence, line } = group;
	return { title, role, window, cadence, line, items };
}

/** A phase has no role of its own, so a role in its heading goes back into the title. */
function wholeTitle(text: HeadingText): string {
	return text.role === undefined ? text.title : `${text.title} (${text.role})`;
}

function countedFrom(window: Group['window'], phaseTitle: string): Group['window'] {
	return window && afterwards.test(phaseTitle) ? { ...window, from: 'resolved' } : window;
}
