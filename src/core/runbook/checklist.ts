import type { ListItem } from './blocks';
import { readHeading, type HeadingText } from './headingText';
import { linksIn, readItemText } from './item';
import { IdMint } from './itemId';
import { resolveLink } from './links';
import type { Group, Item, Phase, Role, RunbookContext } from './model';
import type { Section } from './outline';

/** Windows of these phases count from the resolution: "Post-Incident Actions", "After the incident", "Follow-up". */
const afterwards =
	/\b(?:post-?\s?(?:incident|mortem)|after(?:wards| the incident| resolution)|follow-?ups?)\b/i;

/**
 * Gathers the tasks of the document into phases and groups. A group is the heading right above its items. Its phase is
 * the nearest enclosing heading with a time window, else the enclosing heading, else the group itself.
 */
export function readChecklist(
	sections: readonly Section[],
	roles: readonly Role[],
	context: RunbookContext,
): readonly Phase[] {
	const ids = new IdMint();
	const roleNames = new Set(roles.flatMap((role) => [role.name, role.short ?? role.name]).map(lowerCase));
	const phases = new Map<string, { phase: Omit<Phase, 'groups'>; groups: Group[] }>();
	for (const section of sections) {
		const items = itemsOf(section, ids, context);
		if (items.length === 0) continue;
		const { phase, group } = place(section, roleNames);
		const key = `${phase.line}`;
		const entry = phases.get(key) ?? { phase, groups: [] };
		entry.groups.push({ ...group, items });
		phases.set(key, entry);
	}
	return [...phases.values()].map(({ phase, groups }) => ({ ...phase, groups }));
}

function itemsOf(section: Section, ids: IdMint, context: RunbookContext): readonly Item[] {
	const tasks = section.blocks
		.filter((block) => block.kind === 'item')
		.filter((item) => item.checked !== undefined);
	return tasks.map((task) => toItem(task, ids, context));
}

function toItem(task: ListItem, ids: IdMint, context: RunbookContext): Item {
	const words = readItemText(task.source);
	return {
		id: ids.mint(words.label ?? words.text, words.text),
		...words,
		checked: task.checked ?? false,
		depth: task.depth,
		line: task.line,
		endLine: task.endLine,
		links: linksIn(task.source).map((link) => resolveLink(link, task.line, context)),
	};
}

interface Place {
	readonly phase: Omit<Phase, 'groups'>;
	readonly group: Omit<Group, 'items'>;
}

function place(section: Section, roleNames: ReadonlySet<string>): Place {
	const read = (source: string): HeadingText => readHeading(source, roleNames);
	const own = section.heading;
	if (!own) {
		return { phase: { title: '', window: undefined, line: 1 }, group: directGroup(1) };
	}
	const texts = section.ancestors.map((heading) => ({ heading, ...read(heading.source) }));
	const timed = texts.findLast((text) => text.window !== undefined);
	const holder = timed ?? texts.at(-1);
	const heading = read(own.source);
	if (!holder) {
		const phase = { title: wholeTitle(heading), window: heading.window, line: own.line };
		return { phase, group: { ...directGroup(own.line), role: heading.role } };
	}
	const between = texts.slice(texts.indexOf(holder) + 1).map((text) => text.title);
	const group = { ...heading, title: [...between, heading.title].join(' › '), line: own.line };
	const phase = { title: wholeTitle(holder), window: holder.window, line: holder.heading.line };
	return { phase, group: { ...group, window: countedFrom(group.window, phase.title) } };
}

function directGroup(line: number): Omit<Group, 'items'> {
	return { title: '', role: undefined, window: undefined, line };
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
