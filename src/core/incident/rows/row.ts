import { oneLine } from '../../printable';
import type { Contact, EscalationLevel, Role } from '../../runbook/model';
import type { DueItem } from '../../schedule/dueItem';
import type { IncidentState, Instant } from '../model';

/** What a row is about; menus are tied to it. */
export const rowKinds = [
	'title',
	'severity',
	'status',
	'conflict',
	'section',
	'due',
	'vacantRole',
	'heldRole',
	'offeredRole',
	'escalation',
	'level',
	'contact',
	'update',
	'message',
	'milestone',
	'figure',
	'suspect',
	'rollback',
	'hypothesis',
	'decision',
	'actionItem',
	'person',
	'link',
	'otherIncident',
] as const;
export type RowKind = (typeof rowKinds)[number];

/** Every icon repeats what the words of its row say. */
export type IncidentIcon =
	| 'incident'
	| 'drill'
	| 'severity'
	| 'status'
	| 'attention'
	| 'clock'
	| 'held'
	| 'vacant'
	| 'offered'
	| 'roles'
	| 'escalation'
	| 'answered'
	| 'contact'
	| 'message'
	| 'milestone'
	| 'deploy'
	| 'open'
	| 'yes'
	| 'no'
	| 'hypothesis'
	| 'decision'
	| 'actions'
	| 'people'
	| 'link';

/** One row of the Incident view. */
export interface IncidentRow {
	/** The same for the same thing as long as the incident lives. */
	readonly id: string;
	readonly kind: RowKind;
	/** What a command on this row is about: a role, the key of a conflict, an incident, a commit, an event; else ''. */
	readonly subject: string;
	readonly label: string;
	readonly description: string;
	readonly tooltip: string;
	/** For screen readers; to the minute, so that it does not change with every second. */
	readonly spoken: string;
	readonly icon: IncidentIcon;
	/** Where the runbook says so, 1-based. */
	readonly line: number | undefined;
	readonly expanded: boolean;
	readonly children: readonly IncidentRow[];
}

/** What somebody has to do by when. */
export type DueRow = Pick<DueItem, 'id' | 'title' | 'dueAt' | 'because' | 'line' | 'who' | 'condition'>;

/** What the rows are made from beside the state. */
export interface IncidentFacts {
	readonly now: Instant;
	/** An instant as a local time of day. */
	readonly time: (instant: Instant) => string;
	readonly roles: readonly Role[];
	/** The escalation ladder, lowest first. */
	readonly levels: readonly EscalationLevel[];
	readonly contacts: readonly Contact[];
	/** Soonest first. */
	readonly agenda: readonly DueRow[];
	/** Other incidents that are open. */
	readonly others: readonly IncidentState[];
}

/** The rows of one part of the view. */
export type RowRule = (state: IncidentState, facts: IncidentFacts) => readonly IncidentRow[];

/** A row as its rule writes it. Texts may come from anywhere; `toRow` makes them lines that steer nothing. */
interface RowParts extends Partial<Pick<IncidentRow, 'subject' | 'line' | 'expanded' | 'children'>> {
	readonly id: string;
	readonly kind: RowKind;
	readonly label: string;
	readonly icon: IncidentIcon;
	readonly description?: string | undefined;
	/** Lines below the label in the tooltip. */
	readonly details?: readonly (string | undefined)[];
	/** When the label and the description do not do for ears. */
	readonly spoken?: string;
}

export function toRow(parts: RowParts): IncidentRow {
	const { id, kind, icon, subject = '', line, expanded = false, children = [] } = parts;
	const label = oneLine(parts.label);
	const description = oneLine(parts.description ?? '');
	const details = (parts.details ?? []).filter((detail) => detail !== undefined && detail !== '');
	const spoken = oneLine(parts.spoken ?? [label, description].filter(Boolean).join(', '));
	return {
		...{ id, kind, icon, subject, label, description, spoken, line, expanded, children },
		tooltip: [label, ...(details.length > 0 ? details : [description])]
			.map((text) => oneLine(text ?? ''))
			.filter(Boolean)
			.join('\n'),
	};
}

/** A heading over rows; nothing when there are none. */
export function toSection(
	id: string,
	parts: Pick<RowParts, 'label' | 'icon' | 'description'> & { readonly expanded: boolean },
	children: readonly IncidentRow[],
): readonly IncidentRow[] {
	if (children.length === 0) return [];
	return [toRow({ ...parts, id: `section:${id}`, kind: 'section', children })];
}

/** `1 deploy`, `2 deploys`. */
export function count(amount: number, noun: string): string {
	return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
