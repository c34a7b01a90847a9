import * as vscode from 'vscode';
import type { LoadedRunbook } from '../../app/runbooks';
import type { IncidentState, RunbookReference } from '../../core/incident/model';
import type { Clock } from '../../core/ports';
import { referTo } from '../../core/incident/reference';
import { recordedIds } from '../../core/incident/reviseRunbook';
import { isFiltering } from '../../core/runbook/filter';
import { rowWords, type RowWords } from '../../core/runbook/rowWords';
import { buildTree, sameShape, type Branch, type Tree, type TreeInput } from '../../core/runbook/tree';
import type { IncidentSession } from '../incidentSession';
import { localTimeFrom } from '../localTime';
import type { RunbookSource } from '../runbookSource';
import { Ticker } from '../ticker';
import type { ChecklistDocuments } from './checklistDocuments';
import type { FilterChoice } from './checklistFilter';
import { toTreeItem, type ChecklistNode } from './checklistRows';

/** What the tree reads. */
export interface TreeParts {
	readonly source: Pick<RunbookSource, 'loaded' | 'onDidChange'>;
	readonly session: Pick<IncidentSession, 'current' | 'onDidChange'>;
	readonly documents: Pick<ChecklistDocuments, 'documents' | 'likely' | 'load' | 'onDidChange'>;
	readonly choice: Pick<FilterChoice, 'filter' | 'onDidChange'>;
	readonly clock: Clock;
}

/** Nothing was revised: the ids computed from the text are those of the record. */
const asRead: ReadonlyMap<string, string> = new Map();
const nothing: Tree = { branches: [], hidden: 0, total: 0 };
/** With more items than this the groups start collapsed. */
const largeChecklist = 1000;
const minuteMs = 60_000;

/**
 * Shows the runbook's checklist with the current incident's ticks. Owns nothing: model in, rows out. Only rows that
 * say something else than before are drawn again; the whole tree only when rows come or go.
 */
export class ChecklistTree implements vscode.TreeDataProvider<ChecklistNode>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<ChecklistNode[] | undefined>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #parts: TreeParts;
	readonly #subscriptions: vscode.Disposable;
	/** Due states change with the time alone. */
	readonly #ticker = new Ticker(() => this.#update(), minuteMs);
	readonly #nodes = new Map<string, ChecklistNode>();
	#ids: {
		readonly loaded?: LoadedRunbook;
		readonly runbook?: RunbookReference;
		readonly map: ReadonlyMap<string, string>;
	} = { map: asRead };
	#built: { readonly from: readonly unknown[]; readonly tree: Tree } = { from: [], tree: nothing };

	constructor(parts: TreeParts) {
		this.#parts = parts;
		const { source, session, documents, choice } = parts;
		const update = (): void => this.#update();
		this.#subscriptions = vscode.Disposable.from(
			source.onDidChange(update),
			session.onDidChange(update),
			documents.onDidChange(update),
			choice.onDidChange(update),
		);
	}

	/** How many items the filter hides. */
	get hidden(): number {
		return this.#built.tree.hidden;
	}

	/** Draws a row anew though it says the same, such as after a tick that could not be saved. */
	redraw(node: ChecklistNode): void {
		this.#changed.fire([node]);
	}

	async getChildren(node?: ChecklistNode): Promise<ChecklistNode[]> {
		if (!node) return this.#built.tree.branches.map((branch) => this.#nodeOf(branch));
		const { branch } = node;
		if (branch.kind === 'document' && branch.document === undefined) {
			await this.#parts.documents.load(branch.path);
			this.#update();
		}
		return node.branch.children.map((child) => this.#nodeOf(child));
	}

	getTreeItem(node: ChecklistNode): vscode.TreeItem {
		const words = this.#wordsOf(node.branch);
		node.shown = JSON.stringify(words);
		return toTreeItem(node, words, this.#built.tree.total > largeChecklist);
	}

	dispose(): void {
		this.#ticker.dispose();
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}

	#update(): void {
		this.#ticker.run(this.#parts.session.current !== undefined);
		const before = this.#built.tree;
		const { branches } = this.#rebuild();
		if (branches !== before.branches) this.#renew(branches);
		const nodes = [...this.#nodes.values()];
		const same = sameShape(before.branches, branches);
		const changed = same ? nodes.filter((node) => this.#readsDifferently(node)) : nodes;
		// What VS Code is told once it need not be told again before it has asked.
		for (const node of changed) node.shown = undefined;
		if (!same) this.#changed.fire(undefined);
		else if (changed.length > 0) this.#changed.fire(changed);
	}

	/** Builds the tree anew unless everything it is made from is still the same. */
	#rebuild(): Tree {
		const input = this.#input();
		const done = input && isFiltering(input.filter) ? this.#parts.session.current?.items : undefined;
		const from = input ? Object.values({ ...input, isDone: done }) : [];
		const last = this.#built.from;
		if (from.length !== last.length || from.some((part, index) => part !== last[index]))
			this.#built = { from, tree: input ? buildTree(input) : nothing };
		return this.#built.tree;
	}

	#input(): TreeInput | undefined {
		const { source, session, documents, choice } = this.#parts;
		const { loaded } = source;
		if (!loaded) return undefined;
		const state = session.current;
		return {
			path: loaded.path,
			runbook: loaded.runbook,
			plainIds: state?.runbook?.path ?? loaded.path,
			recordedAs: this.#recordedAs(loaded, state),
			documents: documents.documents,
			others: documents.likely,
			filter: choice.filter,
			severity: state?.severity ?? 'unknown',
			isDone: (id) => state?.items.get(id)?.done ?? false,
		};
	}

	/** The same map as long as runbook and record are the same, so that nothing is built anew for it. */
	#recordedAs(loaded: LoadedRunbook, state: IncidentState | undefined): ReadonlyMap<string, string> {
		const { runbook } = state ?? {};
		const isPlain = runbook?.sha256 === loaded.sha256 && !runbook.items.some(({ as }) => as !== undefined);
		if (!state || runbook?.path !== loaded.path || isPlain) return asRead;
		if (this.#ids.loaded !== loaded || this.#ids.runbook !== runbook) {
			const shown = referTo(loaded.runbook, loaded.path, loaded.sha256);
			this.#ids = { loaded, runbook, map: recordedIds(state, shown) };
		}
		return this.#ids.map;
	}

	/** The nodes VS Code holds get their new content; those that are gone are forgotten. */
	#renew(branches: readonly Branch[]): void {
		const fresh = new Map<string, Branch>();
		collect(branches, fresh);
		for (const node of this.#nodes.values()) {
			const branch = fresh.get(node.key);
			if (branch) node.branch = branch;
			else this.#nodes.delete(node.key);
		}
	}

	#nodeOf(branch: Branch): ChecklistNode {
		const known = this.#nodes.get(branch.key);
		if (known) return known;
		const node: ChecklistNode = { key: branch.key, branch, shown: undefined };
		this.#nodes.set(branch.key, node);
		return node;
	}

	#readsDifferently({ shown, branch }: ChecklistNode): boolean {
		return shown !== undefined && shown !== JSON.stringify(this.#wordsOf(branch));
	}

	#wordsOf(branch: Branch): RowWords {
		const { session, clock } = this.#parts;
		const now = clock.now();
		return rowWords(branch, { state: session.current, now, time: localTimeFrom(now) });
	}
}

function collect(branches: readonly Branch[], into: Map<string, Branch>): void {
	for (const branch of branches) {
		into.set(branch.key, branch);
		collect(branch.children, into);
	}
}
