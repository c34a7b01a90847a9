import type { Fact } from './envelope';
import type {
	ActionItemState,
	AddedItem,
	Approval,
	Audience,
	Conflict,
	DecisionMade,
	EscalationState,
	Hypothesis,
	IncidentKind,
	IncidentLink,
	Instant,
	ItemState,
	Milestone,
	MintedItem,
	NoteState,
	OutboxMessage,
	PostedUpdate,
	Register,
	RoleOffer,
	Rollback,
	RunbookReference,
	RunState,
	Severity,
	Snooze,
	Status,
	Suspect,
} from './model';
import type { Declaration } from './events/lifecycle';

/** The state while it is being folded. The fields are those of `IncidentState`. */
export interface Draft {
	readonly id: string;
	readonly title: string;
	readonly kind: IncidentKind;
	runbook: RunbookReference | undefined;
	severity: Severity;
	status: Status;
	readonly milestones: Map<Milestone, Instant>;
	readonly roles: Map<string, string>;
	readonly offers: Map<string, RoleOffer>;
	readonly handedOffAt: Map<string, Instant>;
	readonly items: Map<string, ItemState>;
	readonly addedItems: AddedItem[];
	removedItems: readonly MintedItem[];
	unsureItems: ReadonlySet<string>;
	readonly notes: Map<string, NoteState>;
	readonly pinned: Set<string>;
	readonly updates: Map<Audience, PostedUpdate>;
	readonly snoozes: Map<string, Snooze>;
	escalation: EscalationState;
	readonly runs: Map<string, RunState>;
	readonly approvals: Map<string, Approval>;
	readonly suspects: Map<string, Suspect>;
	readonly deployed: Set<string>;
	rollbacks: readonly Rollback[];
	readonly decisions: DecisionMade[];
	readonly hypotheses: Map<string, Hypothesis>;
	readonly actionItems: Map<string, ActionItemState>;
	readonly links: IncidentLink[];
	readonly outbox: Map<string, OutboxMessage>;
	readonly registers: Map<string, Register>;
	readonly conflicts: Map<string, Conflict>;
}

export function startDraft({ incident, at, data }: Fact<Declaration>): Draft {
	return {
		id: incident,
		title: data.title,
		kind: data.kind ?? 'real',
		runbook: data.runbook,
		severity: data.severity,
		status: 'investigating',
		milestones: firstMilestones(data, at),
		roles: new Map(data.roles.map(({ role, person }) => [role, person])),
		offers: new Map(),
		handedOffAt: new Map(),
		items: new Map(),
		addedItems: [],
		removedItems: [],
		unsureItems: new Set(),
		notes: new Map(),
		pinned: new Set(),
		updates: new Map(),
		snoozes: new Map(),
		escalation: { level: 0, at: undefined, acknowledged: undefined },
		runs: new Map(),
		approvals: new Map(),
		suspects: new Map(),
		deployed: new Set(),
		rollbacks: [],
		decisions: [],
		hypotheses: new Map(),
		actionItems: new Map(),
		links: [],
		outbox: new Map(),
		registers: new Map(),
		conflicts: new Map(),
	};
}

function firstMilestones(data: Declaration, at: Instant): Map<Milestone, Instant> {
	const known = new Map<Milestone, Instant>();
	if (data.impactStartedAt !== undefined) known.set('impactStartedAt', data.impactStartedAt);
	if (data.detectedAt !== undefined) known.set('detectedAt', data.detectedAt);
	return known.set('declaredAt', data.declaredAt ?? at);
}
