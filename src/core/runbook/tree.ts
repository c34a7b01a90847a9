import type { Severity } from '../incident/model';
import type { TimeWindow } from '../schedule/window';
import type { LinkedDocument } from './linkedDocument';
import { isFiltering, matches, pickableRoles, prune, type ChecklistFilter, type FilterFacts } from './filter';
import { linkedDocuments } from './linkTargets';
import type { Group, Item, Phase, Procedure, Runbook } from './model';
import { nestItems, type ItemNode } from './nest';

/** What the minutes of an item count from. */
export type Clock = TimeWindow['from'];

/** Something to tick, with the id its events carry. */
export interface Tickable {
	readonly id: string;
	readonly item: Item;
}

interface Base {
	/** Unique in the tree, and the same after edits elsewhere in the document. */
	readonly key: string;
	/** The document it stands in, from the workspace folder. */
	readonly path: string;
	readonly children: readonly Branch[];
}

/** One row of the checklist and what is below it. `all` counts for the progress, filtered out or not. */
export type Branch =
	| (Base & { readonly kind: 'phase'; readonly phase: Phase; readonly all: readonly Tickable[] })
	| (Base & { readonly kind: 'group'; readonly group: Group; readonly all: readonly Tickable[] })
	| (Base & { readonly kind: 'procedure'; readonly procedure: Procedure; readonly all: readonly Tickable[] })
	| (Base & { readonly kind: 'item'; readonly tickable: Tickable; readonly clock: Clock })
	| (Base & { readonly kind: 'heading'; readonly title: string })
	| (Base & {
			readonly kind: 'document';
			readonly role: 'linked' | 'other';
			/** `undefined` until it has been read. */
			readonly document: LinkedDocument | undefined;
			readonly all: readonly Tickable[];
	  })
	| (Base & { readonly kind: 'message'; readonly text: string });

export interface TreeInput {
	readonly path: string;
	readonly runbook: Runbook;
	/** Items of this document are recorded under their plain ids, those of others with their path before it. */
	readonly plainIds: string;
	/** For items of that document, the id in the record where it is another than the one read. */
	readonly recordedAs: ReadonlyMap<string, string>;
	/** Those that were read so far. */
	readonly documents: ReadonlyMap<string, LinkedDocument>;
	/** Paths of likely runbooks; this one among them is left out. */
	readonly others: readonly string[];
	readonly filter: ChecklistFilter;
	readonly severity: Severity;
	readonly isDone: (id: string) => boolean;
}

export interface Tree {
	readonly branches: readonly Branch[];
	/** How many items the filter hides. */
	readonly hidden: number;
	/** How many items the runbook has. */
	readonly total: number;
}

export function buildTree(input: TreeInput): Tree {
	const builder = new TreeBuilder(input);
	return { branches: builder.build(), hidden: builder.hidden, total: itemsOf(input.runbook).length };
}

/** `check-pool-3f2a` in the incident's own runbook, `docs/TRIAGE.md#check-pool-3f2a` elsewhere. */
export function recordedId(path: string, id: string, plainIds: string): string {
	return path === plainIds ? id : `${path}#${id}`;
}

/** Where a document's rows go: under which key, and whether its links open. */
interface Place {
	readonly path: string;
	readonly prefix: string;
	readonly nested: boolean;
	readonly facts: FilterFacts;
	readonly clock: Clock;
}

class TreeBuilder {
	hidden = 0;
	readonly #input: TreeInput;

	constructor(input: TreeInput) {
		this.#input = input;
	}

	build(): readonly Branch[] {
		const { path, runbook } = this.#input;
		const others = this.#input.others.filter((other) => other !== path);
		const rows = this.#document(runbook, { path, prefix: '', nested: false });
		if (others.length === 0) return rows;
		const key = 'others';
		const children = others.map((other) => this.#linked(other, `${key}>${other}`, 'other'));
		return [...rows, { kind: 'heading', key, path, title: 'Other runbooks', children }];
	}

	#document(runbook: Runbook, where: Pick<Place, 'path' | 'prefix' | 'nested'>): readonly Branch[] {
		const facts = { severity: this.#input.severity, roles: pickableRoles(runbook) };
		const place = { ...where, facts, clock: 'declared' } as const;
		const keys = new Keys(where.prefix);
		const phases = runbook.phases.flatMap((phase) => this.#phase(phase, keys, place));
		const procedures = runbook.procedures.flatMap((procedure) => this.#procedure(procedure, keys, place));
		if (procedures.length === 0) return phases;
		const heading = { kind: 'heading', key: keys.next('procedures'), title: 'Procedures' } as const;
		return [...phases, { ...heading, path: where.path, children: procedures }];
	}

	#phase(phase: Phase, keys: Keys, place: Place): readonly Branch[] {
		const key = keys.next(`phase:${phase.title}`);
		const inner = new Keys(`${key}/`);
		const children = phase.groups.flatMap((group) => {
			const clock = (group.window ?? phase.window)?.from ?? 'declared';
			return this.#group(group, inner, { ...place, clock });
		});
		if (children.length === 0) return [];
		const all = phase.groups.flatMap((group) => this.#tickables(group.items, place.path));
		return [{ kind: 'phase', key, path: place.path, phase, all, children }];
	}

	#group(group: Group, keys: Keys, place: Place): readonly Branch[] {
		const key = keys.next(`group:${group.title}`);
		const nodes = this.#filtered(nestItems(group.items), group, place);
		const children = nodes.map((node) => this.#item(node, place));
		if (group.title === '' || children.length === 0) return children;
		const all = this.#tickables(group.items, place.path);
		return [{ kind: 'group', key, path: place.path, group, all, children }];
	}

	#procedure(procedure: Procedure, keys: Keys, place: Place): readonly Branch[] {
		const key = keys.next(`procedure:${procedure.title}`);
		const steps = procedure.steps.map((step): Item => ({
			...step,
			checked: false,
			links: [],
			severities: [],
			under: undefined,
			dueMin: undefined,
		}));
		const nodes = this.#filtered(nestItems(steps), undefined, place);
		if (nodes.length === 0) return [];
		const inner = { ...place, prefix: `${key}/` };
		const children = nodes.map((node) => this.#item(node, inner));
		const all = this.#tickables(steps, place.path);
		return [{ kind: 'procedure', key, path: place.path, procedure, all, children }];
	}

	#item({ item, children }: ItemNode, place: Place): Branch {
		const { path, prefix, nested, clock } = place;
		const key = `${prefix}item:${item.id}`;
		const linked = nested ? [] : linkedDocuments(item.links, path);
		const below = [
			...children.map((child) => this.#item(child, place)),
			...linked.map((target) => this.#linked(target, `${key}>${target}`, 'linked')),
		];
		return { kind: 'item', key, path, tickable: this.#tickable(item, path), clock, children: below };
	}

	#linked(path: string, key: string, role: 'linked' | 'other'): Branch {
		const document = this.#input.documents.get(path);
		const base = { kind: 'document', key, path, role, document } as const;
		if (!document) return { ...base, all: [], children: [] };
		if (document.kind === 'problem')
			return { ...base, all: [], children: [message(key, path, document.message)] };
		const { runbook } = document;
		const items = itemsOf(runbook);
		const rows = this.#document(runbook, { path, prefix: `${key}/`, nested: true });
		const empty = items.length === 0 ? 'has no checklist.' : 'has nothing that the filter lets through.';
		const children = rows.length > 0 ? rows : [message(key, path, `${path} ${empty}`)];
		return { ...base, all: this.#tickables(items, path), children };
	}

	#filtered(nodes: readonly ItemNode[], group: Group | undefined, place: Place): readonly ItemNode[] {
		const { filter } = this.#input;
		if (!isFiltering(filter)) return nodes;
		const kept = prune(nodes, (item) => {
			const done = this.#input.isDone(this.#tickable(item, place.path).id);
			return matches(filter, place.facts, { item, done, groupRole: group?.role });
		});
		this.hidden += count(nodes) - count(kept);
		return kept;
	}

	#tickables(items: readonly Item[], path: string): readonly Tickable[] {
		return items.map((item) => this.#tickable(item, path));
	}

	#tickable(item: Item, path: string): Tickable {
		const { plainIds, recordedAs } = this.#input;
		const id = path === plainIds ? (recordedAs.get(item.id) ?? item.id) : item.id;
		return { id: recordedId(path, id, plainIds), item };
	}
}

function itemsOf({ phases }: Runbook): readonly Item[] {
	return phases.flatMap(({ groups }) => groups.flatMap((group) => group.items));
}

function message(key: string, path: string, text: string): Branch {
	return { kind: 'message', key: `${key}/message`, path, text, children: [] };
}

function count(nodes: readonly ItemNode[]): number {
	return nodes.reduce((sum, node) => sum + 1 + count(node.children), 0);
}

/** Titles may repeat; the second of a name among its siblings is told apart by a number. */
class Keys {
	readonly #prefix: string;
	readonly #seen = new Map<string, number>();

	constructor(prefix: string) {
		this.#prefix = prefix;
	}

	next(name: string): string {
		const count = (this.#seen.get(name) ?? 0) + 1;
		this.#seen.set(name, count);
		return `${this.#prefix}${name}${count === 1 ? '' : `~${count}`}`;
	}
}

/**
 * Whether both have the same rows in the same order, whatever the rows say. What is below a document that was not read
 * before does not count: nobody has seen it yet.
 */
export function sameShape(left: readonly Branch[], right: readonly Branch[]): boolean {
	if (left === right) return true;
	return (
		left.length === right.length &&
		left.every((branch, index) => {
			const other = right[index];
			if (other?.key !== branch.key) return false;
			const unread = branch.kind === 'document' && branch.document === undefined;
			return unread || sameShape(branch.children, other.children);
		})
	);
}
