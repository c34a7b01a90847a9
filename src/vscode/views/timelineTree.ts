import * as vscode from 'vscode';
import { entryWords } from '../../core/incident/entryWords';
import type { IncidentState, TimelineEntry } from '../../core/incident/model';
import { filterTimeline } from '../../core/incident/timelineFilter';
import type { IncidentSession } from '../incidentSession';
import type { TimelineChoice } from './timelineFilter';

export interface TimelineParts {
	readonly session: Pick<IncidentSession, 'current' | 'me' | 'onDidChange'>;
	readonly choice: Pick<TimelineChoice, 'filter' | 'onDidChange'>;
}

/** What a command was invoked on, when that is an entry of the timeline. */
export function timelineEntry(argument: unknown): TimelineEntry | undefined {
	if (typeof argument !== 'object' || argument === null || !('eventId' in argument)) return undefined;
	return argument as TimelineEntry;
}

const icons: Readonly<Record<TimelineEntry['kind'], string>> = {
	milestone: 'milestone',
	item: 'check',
	note: 'note',
	role: 'person',
	script: 'terminal',
	message: 'megaphone',
	escalation: 'bell',
	deploy: 'rocket',
	decision: 'law',
	hypothesis: 'lightbulb',
	action: 'tasklist',
	runbook: 'book',
	unknown: 'question',
};

/** A view draws no more than this; the newest are what a responder looks for. */
const mostEntries = 1000;

/** What happened in the current incident, newest first, as far as the filter lets it through. */
export class TimelineTree implements vscode.TreeDataProvider<TimelineEntry>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #parts: TimelineParts;
	readonly #subscriptions: vscode.Disposable;
	#state: IncidentState | undefined;
	#kept: readonly TimelineEntry[] = [];

	constructor(parts: TimelineParts) {
		this.#parts = parts;
		this.#subscriptions = vscode.Disposable.from(
			parts.session.onDidChange(() => this.#update()),
			parts.choice.onDidChange(() => this.#update()),
		);
	}

	/** How many entries the filter leaves out. */
	get hidden(): number {
		return (this.#state?.timeline.length ?? 0) - this.#kept.length;
	}

	/** How many of the oldest are not drawn, because there are too many. */
	get older(): number {
		return Math.max(0, this.#kept.length - mostEntries);
	}

	getChildren(entry?: TimelineEntry): TimelineEntry[] {
		return entry ? [] : this.#kept.slice(0, mostEntries);
	}

	getTreeItem(entry: TimelineEntry): vscode.TreeItem {
		const row = new vscode.TreeItem(entry.text);
		row.id = entry.eventId;
		row.iconPath = new vscode.ThemeIcon(isGone(entry) ? 'discard' : icons[entry.kind]);
		if (!this.#state) return row;
		const words = entryWords(entry, { state: this.#state, dateTime });
		row.label = words.label;
		row.description = words.description;
		row.tooltip = words.tooltip;
		row.contextValue = words.context;
		row.accessibilityInformation = { label: words.spoken };
		return row;
	}

	dispose(): void {
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}

	#update(): void {
		const { session, choice } = this.#parts;
		this.#state = session.current;
		this.#kept = filterTimeline(this.#state?.timeline ?? [], choice.filter, session.me);
		this.#changed.fire();
	}
}

function isGone({ mark }: TimelineEntry): boolean {
	return mark === 'retracted' || mark === 'undone';
}

function dateTime(instant: number): string {
	return new Date(instant).toLocaleString();
}
