import type { Draft } from '../draft';
import type { Fact } from '../envelope';
import { arrayOf, hasShape, isInstant, isString, oneOf, optional } from '../guards';
import {
	incidentKinds,
	milestones,
	statuses,
	type IncidentKind,
	type IncidentLink,
	type Instant,
	type Milestone,
	type Register,
	type RunbookReference,
	type Severity,
	type Status,
} from '../model';
import { noteConflict, type EventRules } from '../rule';
import { isSeverity, worseSeverity } from '../severity';
import { isEnded } from '../status';
import { isRunbookReference } from './checklist';
import { isRoleAssignment, type RoleAssignment } from './people';

export interface Declaration {
	readonly title: string;
	readonly severity: Severity;
	readonly roles: readonly RoleAssignment[];
	readonly runbook: RunbookReference | undefined;
	readonly kind?: IncidentKind | undefined;
	readonly impactStartedAt?: Instant | undefined;
	readonly detectedAt?: Instant | undefined;
	/** When it is written down after the fact; else the event's own time. */
	readonly declaredAt?: Instant | undefined;
}

/** The incident from its declaration to its end. */
export interface LifecycleEvents {
	readonly declared: Declaration;
	readonly severityChanged: { readonly severity: Severity };
	readonly statusChanged: { readonly status: Status };
	/** `before` is the value it had; `at` is absent when it is cleared. */
	readonly milestoneSet: {
		readonly milestone: Milestone;
		readonly at: Instant | undefined;
		readonly before: Instant | undefined;
	};
	readonly resolved: { readonly summary: string | undefined };
	readonly reopened: { readonly why: string };
	readonly closed: Readonly<Record<string, never>>;
	readonly linked: IncidentLink;
}

const relations = ['duplicate of', 'part of', 'related to'];

export const lifecycleRules: EventRules<LifecycleEvents> = {
	declared: {
		isData: hasShape({
			title: isString,
			severity: isSeverity,
			roles: arrayOf(isRoleAssignment),
			runbook: optional(isRunbookReference),
			kind: optional(oneOf(incidentKinds)),
			impactStartedAt: optional(isInstant),
			detectedAt: optional(isInstant),
			declaredAt: optional(isInstant),
		}),
		kind: 'milestone',
		happenedAt: ({ declaredAt }) => declaredAt,
		describe: ({ title, severity, kind }) => `${declaredWord[kind ?? 'real']}: ${title} (${severity})`,
		undoable: false,
	},
	severityChanged: {
		isData: hasShape({ severity: isSeverity }),
		register: () => 'severity',
		apply: changeSeverity,
		kind: 'milestone',
		describe: ({ severity }) => `Severity is now ${severity}`,
		undoable: true,
	},
	statusChanged: {
		isData: hasShape({ status: oneOf(statuses) }),
		register: () => 'status',
		apply: (draft, event, rival) => changeStatus(draft, event, event.data.status, rival),
		kind: 'milestone',
		describe: ({ status }) => `Status is now ${status}`,
		undoable: true,
	},
	milestoneSet: {
		isData: hasShape({
			milestone: oneOf(milestones),
			at: optional(isInstant),
			before: optional(isInstant),
		}),
		register: ({ milestone }) => `milestone:${milestone}`,
		apply: setMilestone,
		kind: 'milestone',
		happenedAt: ({ at }) => at,
		describe: ({ milestone, at }) =>
			`${milestoneWords[milestone]}: ${at === undefined ? 'not known after all' : isoMinute(at)}`,
		undoable: true,
	},
	resolved: {
		isData: hasShape({ summary: optional(isString) }),
		register: () => 'status',
		apply: (draft, event, rival) => changeStatus(draft, event, 'resolved', rival),
		kind: 'milestone',
		describe: ({ summary }) => (summary ? `Resolved: ${summary}` : 'Resolved'),
		undoable: true,
	},
	reopened: {
		isData: hasShape({ why: isString }),
		register: () => 'status',
		apply: (draft, event, rival) => changeStatus(draft, event, 'investigating', rival),
		kind: 'milestone',
		describe: ({ why }) => `Reopened: ${why}`,
		undoable: true,
	},
	closed: {
		isData: () => true,
		register: () => 'status',
		apply: (draft, event, rival) => changeStatus(draft, event, 'closed', rival),
		kind: 'milestone',
		describe: () => 'Closed',
		undoable: true,
	},
	linked: {
		isData: hasShape({ relation: oneOf(relations), incident: isString }),
		apply: (draft, { data }) => void draft.links.push({ relation: data.relation, incident: data.incident }),
		kind: 'milestone',
		describe: ({ relation, incident }) => `Linked: ${relation} ${incident}`,
		undoable: true,
	},
};

const declaredWord: Readonly<Record<IncidentKind, string>> = {
	real: 'Declared',
	drill: 'Drill started',
	backfilled: 'Written down after the fact',
};

/** As people say them. */
export const milestoneWords: Readonly<Record<Milestone, string>> = {
	impactStartedAt: 'Impact started',
	detectedAt: 'Detected',
	declaredAt: 'Declared',
	acknowledgedAt: 'Acknowledged',
	mitigatedAt: 'Mitigated',
	resolvedAt: 'Resolved',
	closedAt: 'Closed',
};

/** The worse one holds when two people judged without having seen each other. */
function changeSeverity(
	draft: Draft,
	event: Fact<LifecycleEvents['severityChanged']>,
	rival: Register | undefined,
): void {
	const { severity } = event.data;
	const kept = rival ? worseSeverity(draft.severity, severity) : severity;
	const other = kept === severity ? draft.severity : severity;
	const loser = kept === severity ? rival : { event: event.id, by: event.by, at: event.at };
	draft.severity = kept;
	if (rival && loser) noteConflict(draft, 'severity', loser, { kept, other });
}

/** Resolved by one person while another, unseen, went on working: it stays open. The first end stops the clock. */
function changeStatus(
	draft: Draft,
	event: Pick<Fact<unknown>, 'id' | 'by' | 'at'>,
	status: Status,
	rival: Register | undefined,
): void {
	const before = draft.status;
	const staysOpen = rival !== undefined && isEnded(status) && !isEnded(before);
	const kept = staysOpen ? before : status;
	if (rival) {
		const loser = staysOpen ? { event: event.id, by: event.by, at: event.at } : rival;
		noteConflict(draft, 'status', loser, { kept, other: staysOpen ? status : before });
	}
	draft.status = kept;
	followStatus(draft, event.at);
}

/** Who begins to monitor has mitigated. */
function followStatus({ milestones: known, status }: Draft, at: Instant): void {
	if (status === 'monitoring' && !known.has('mitigatedAt')) known.set('mitigatedAt', at);
	if (!isEnded(status)) {
		known.delete('resolvedAt');
		known.delete('closedAt');
		return;
	}
	if (!known.has('resolvedAt')) known.set('resolvedAt', at);
	if (status === 'closed' && !known.has('closedAt')) known.set('closedAt', at);
}

/** Of two starts of the impact, set without having seen each other, the earlier one holds. */
function setMilestone(
	draft: Draft,
	{ data, id, by, at: writtenAt }: Fact<LifecycleEvents['milestoneSet']>,
	rival: Register | undefined,
): void {
	const { milestone, at } = data;
	const before = draft.milestones.get(milestone);
	const keepsBefore =
		rival !== undefined &&
		milestone === 'impactStartedAt' &&
		before !== undefined &&
		!(at !== undefined && at < before);
	const kept = keepsBefore ? before : at;
	if (rival) {
		const loser = keepsBefore ? { event: id, by, at: writtenAt } : rival;
		const other = keepsBefore ? at : before;
		noteConflict(draft, `milestone:${milestone}`, loser, {
			kept: timeOrNone(kept),
			other: timeOrNone(other),
		});
	}
	if (kept === undefined) draft.milestones.delete(milestone);
	else draft.milestones.set(milestone, kept);
}

function timeOrNone(at: Instant | undefined): string {
	return at === undefined ? 'not known' : isoMinute(at);
}

/** `2026-11-23 03:14 UTC`; out of the calendar's range: `not a time`. */
export function isoMinute(at: Instant): string {
	const date = new Date(at);
	if (Number.isNaN(date.getTime())) return 'not a time';
	return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
