import * as vscode from 'vscode';
import type { TimelineEntry } from '../../core/incident/model';
import { formatElapsed } from '../../core/schedule/elapsed';
import type { IncidentSession } from '../incidentSession';

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

/** What happened in the current incident, newest first. */
export class TimelineTree implements vscode.TreeDataProvider<TimelineEntry>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #session: IncidentSession;
	readonly #subscription: vscode.Disposable;

	constructor(session: IncidentSession) {
		this.#session = session;
		this.#subscription = session.onDidChange(() => this.#changed.fire());
	}

	getChildren(entry?: TimelineEntry): TimelineEntry[] {
		return entry ? [] : [...(this.#session.current?.timeline ?? [])].reverse();
	}

	getTreeItem(entry: TimelineEntry): vscode.TreeItem {
		const declaredAt = this.#session.current?.milestones.get('declaredAt') ?? entry.at;
		const when = formatElapsed(entry.at - declaredAt);
		const row = new vscode.TreeItem(`${when} ${entry.text}`);
		row.id = entry.eventId;
		row.description = entry.by;
		row.iconPath = new vscode.ThemeIcon(icons[entry.kind]);
		row.tooltip = `${entry.text}\n${new Date(entry.at).toLocaleString()}, ${entry.by}`;
		row.accessibilityInformation = { label: `${entry.text}, ${when}, ${entry.by}` };
		return row;
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#changed.dispose();
	}
}
