import * as vscode from 'vscode';
import { incidentRows } from '../../core/incident/rows/incidentRows';
import type { IncidentIcon, IncidentRow, RowKind } from '../../core/incident/rows/row';
import { localTimeFrom } from '../localTime';
import { Ticker } from '../ticker';
import { gatherFacts, type IncidentParts } from './incidentFacts';

/** A row as VS Code holds it: the object stays, what it says is renewed. */
export interface IncidentNode {
	row: IncidentRow;
	/** What the row said when VS Code last asked. */
	shown: string | undefined;
}

/** What a command was invoked on, when that is a row of the Incident view of one of these kinds. */
export function incidentSubject(argument: unknown, ...kinds: readonly RowKind[]): string | undefined {
	if (typeof argument !== 'object' || argument === null || !('row' in argument)) return undefined;
	const { row } = argument as IncidentNode;
	return kinds.includes(row.kind) ? row.subject : undefined;
}

const warning = new vscode.ThemeColor('list.warningForeground');
const icons: Readonly<Record<IncidentIcon, vscode.ThemeIcon>> = {
	incident: new vscode.ThemeIcon('flame'),
	drill: new vscode.ThemeIcon('beaker'),
	severity: new vscode.ThemeIcon('dashboard'),
	status: new vscode.ThemeIcon('pulse'),
	attention: new vscode.ThemeIcon('warning', warning),
	clock: new vscode.ThemeIcon('clock'),
	held: new vscode.ThemeIcon('person'),
	vacant: new vscode.ThemeIcon('circle-large-outline'),
	offered: new vscode.ThemeIcon('arrow-swap'),
	roles: new vscode.ThemeIcon('organization'),
	escalation: new vscode.ThemeIcon('bell'),
	answered: new vscode.ThemeIcon('bell-dot'),
	contact: new vscode.ThemeIcon('call-outgoing'),
	message: new vscode.ThemeIcon('megaphone'),
	milestone: new vscode.ThemeIcon('milestone'),
	deploy: new vscode.ThemeIcon('rocket'),
	open: new vscode.ThemeIcon('circle-outline'),
	yes: new vscode.ThemeIcon('pass'),
	no: new vscode.ThemeIcon('circle-slash'),
	hypothesis: new vscode.ThemeIcon('lightbulb'),
	decision: new vscode.ThemeIcon('law'),
	actions: new vscode.ThemeIcon('tasklist'),
	people: new vscode.ThemeIcon('account'),
	link: new vscode.ThemeIcon('link'),
};

/** What is due changes with the time alone; it is said to the minute. */
const everyMs = 15_000;

/** Shows what is true of the current incident. Owns nothing: state in, rows out. */
export class IncidentTree implements vscode.TreeDataProvider<IncidentNode>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<IncidentNode[] | undefined>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #parts: IncidentParts;
	readonly #subscriptions: vscode.Disposable;
	readonly #ticker = new Ticker(() => this.#update(), everyMs);
	#rows: readonly IncidentRow[] = [];
	#nodes: ReadonlyMap<string, IncidentNode> = new Map();

	constructor(parts: IncidentParts) {
		this.#parts = parts;
		const update = (): void => this.#update();
		this.#subscriptions = vscode.Disposable.from(
			parts.session.onDidChange(update),
			parts.source.onDidChange(update),
		);
	}

	getChildren(node?: IncidentNode): IncidentNode[] {
		const rows = node ? node.row.children : this.#rows;
		return rows.flatMap(({ id }) => this.#nodes.get(id) ?? []);
	}

	getTreeItem(node: IncidentNode): vscode.TreeItem {
		node.shown = wordsOf(node.row);
		return toTreeItem(node.row, this.#parts.source.uri);
	}

	dispose(): void {
		this.#ticker.dispose();
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}

	#update(): void {
		const before = shapeOf(this.#rows);
		const { current } = this.#parts.session;
		this.#ticker.run(current !== undefined);
		this.#rows = current ? this.#rowsOf(current) : [];
		this.#nodes = new Map(this.#rows.flatMap((row) => this.#renewed(row)));
		if (shapeOf(this.#rows) !== before) {
			this.#changed.fire(undefined);
			return;
		}
		// Only rows that say something else: a screen reader and the selection must not notice the clock.
		const changed = [...this.#nodes.values()].filter(({ row, shown }) => shown !== wordsOf(row));
		if (changed.length > 0) this.#changed.fire(changed);
	}

	#rowsOf(state: NonNullable<IncidentParts['session']['current']>): readonly IncidentRow[] {
		const facts = gatherFacts(this.#parts, state);
		return incidentRows(state, { ...facts, time: localTimeFrom(facts.now) });
	}

	#renewed(row: IncidentRow): readonly (readonly [string, IncidentNode])[] {
		const node = this.#nodes.get(row.id) ?? { row, shown: undefined };
		node.row = row;
		return [[row.id, node] as const, ...row.children.flatMap((child) => this.#renewed(child))];
	}
}

/** Which rows there are, in which order and nesting. */
function shapeOf(rows: readonly IncidentRow[]): string {
	return JSON.stringify(rows.map(({ id, children }) => [id, shapeOf(children)]));
}

function wordsOf(row: IncidentRow): string {
	return JSON.stringify({ ...row, children: row.children.length });
}

function toTreeItem(row: IncidentRow, runbook: vscode.Uri | undefined): vscode.TreeItem {
	const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
	const collapsible = row.children.length === 0 ? None : row.expanded ? Expanded : Collapsed;
	const item = new vscode.TreeItem(row.label, collapsible);
	item.id = row.id;
	item.description = row.description;
	item.tooltip = row.tooltip;
	item.contextValue = row.kind;
	item.iconPath = icons[row.icon];
	item.accessibilityInformation = { label: row.spoken };
	if (row.line !== undefined && runbook) item.command = openLine(runbook, row.line);
	return item;
}

function openLine(runbook: vscode.Uri, line: number): vscode.Command {
	const selection = new vscode.Range(line - 1, 0, line - 1, 0);
	const options = { selection, preview: true, preserveFocus: true };
	return { title: 'Open in Runbook', command: 'vscode.open', arguments: [runbook, options] };
}
