import type { EventData } from './events';
import type { IncidentKind, Instant, RunbookReference, Severity } from './model';
import { severityText } from './severity';
import type { RoleNames } from '../runbook/filter';

/** What has been answered so far; the title alone is enough to declare. */
export interface DeclareDraft {
	readonly title: string;
	readonly severity: Severity;
	/** Role -> person. */
	readonly roles: ReadonlyMap<string, string>;
	readonly impactStartedAt: Instant | undefined;
	readonly kind: IncidentKind;
	/** Of one written down after the fact. */
	readonly declaredAt: Instant | undefined;
	readonly resolvedAt: Instant | undefined;
}

/** Who declares is in command until somebody else is named; it can be changed in the next step but one. */
export function startDeclaring(roles: readonly RoleNames[], me: string, kind: IncidentKind): DeclareDraft {
	const commander = roles.find(isCommander);
	return {
		title: '',
		severity: 'unknown',
		roles: new Map(commander && kind !== 'backfilled' ? [[commander.name, me]] : []),
		impactStartedAt: undefined,
		kind,
		declaredAt: undefined,
		resolvedAt: undefined,
	};
}

function isCommander({ name, short }: RoleNames): boolean {
	return /\bincident (?:commander|manager|lead)\b/i.test(name) || short === 'IC' || name === 'IC';
}

export function declarationOf(
	draft: DeclareDraft,
	runbook: RunbookReference | undefined,
): EventData['declared'] {
	const { title, severity, kind, impactStartedAt, declaredAt } = draft;
	const roles = [...draft.roles].map(([role, person]) => ({ role, person }));
	return { title, severity, roles, runbook, kind, impactStartedAt, declaredAt };
}

/** What would be declared as it stands, for a last look. */
export function draftWords({ severity, roles, kind }: DeclareDraft): string {
	const people = [...roles].map(([role, person]) => `${role}: ${person}`);
	const what = { real: '', drill: 'A drill', backfilled: 'Written down after the fact' }[kind];
	return [what, severityText(severity), ...people].filter(Boolean).join(', ');
}
