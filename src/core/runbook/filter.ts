import type { Severity } from '../incident/model';
import type { Item, Role, Runbook } from './model';
import type { ItemNode } from './nest';

/** Which items are shown; all that is set must hold. */
export interface ChecklistFilter {
	/** Only items that are not done. */
	readonly open: boolean;
	/** Only items for this role, by its name in the runbook. */
	readonly role: string | undefined;
	/** Only items for the incident's severity. */
	readonly severity: boolean;
}

export const noFilter: ChecklistFilter = { open: false, role: undefined, severity: false };

export type RoleNames = Pick<Role, 'name' | 'short'>;

/** What the filter is asked about one item. */
export interface Candidate {
	readonly item: Pick<Item, 'severities'>;
	readonly done: boolean;
	/** Of the item's group, as written there. */
	readonly groupRole: string | undefined;
}

/** What holds for the whole checklist while it is filtered. */
export interface FilterFacts {
	readonly severity: Severity;
	readonly roles: readonly RoleNames[];
}

export function isFiltering(filter: ChecklistFilter): boolean {
	return filter.open || filter.role !== undefined || filter.severity;
}

export function matches(filter: ChecklistFilter, facts: FilterFacts, candidate: Candidate): boolean {
	if (filter.open && candidate.done) return false;
	if (filter.severity && !isForSeverity(candidate.item, facts.severity)) return false;
	const { role } = filter;
	if (role === undefined) return true;
	const names = facts.roles.find(({ name }) => name === role) ?? { name: role, short: undefined };
	return isForRole(candidate.groupRole, names);
}

/** While the severity is unknown, everything is. */
export function isForSeverity({ severities }: Pick<Item, 'severities'>, severity: Severity): boolean {
	return severity === 'unknown' || severities.length === 0 || severities.includes(severity);
}

const everybody = /\b(all|every(?:one|body)|any(?:one|body)|team)\b/i;

/** `IC Decision` is for the IC. Without a role a group is nobody's, and so everybody's: it must not vanish. */
export function isForRole(groupRole: string | undefined, role: RoleNames): boolean {
	if (groupRole === undefined || everybody.test(groupRole)) return true;
	const written = words(groupRole);
	return [role.name, role.short].some((name) => name !== undefined && written.includes(words(name)));
}

/** Lower-case words with a space around each, so that a part of a word is no match. */
function words(text: string): string {
	return ` ${text
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.join(' ')} `;
}

/** The runbook's roles, then those that only its groups name. */
export function pickableRoles({ roles, phases }: Pick<Runbook, 'roles' | 'phases'>): readonly RoleNames[] {
	const named = phases.flatMap((phase) => phase.groups.flatMap((group) => group.role ?? []));
	const extra = [...new Set(named)].filter((role) => !roles.some((known) => isForRole(role, known)));
	return [...roles, ...extra.filter((role) => !everybody.test(role)).map(onlyName)];
}

function onlyName(name: string): RoleNames {
	return { name, short: undefined };
}

/** Keeps the items that pass, and those above them. */
export function prune(nodes: readonly ItemNode[], keep: (item: Item) => boolean): readonly ItemNode[] {
	return nodes.flatMap((node) => {
		const children = prune(node.children, keep);
		return children.length > 0 || keep(node.item) ? [{ item: node.item, children }] : [];
	});
}

/** `open, IC, for SEV-2`; the short name where there is one. */
export function filterWords(filter: ChecklistFilter, { severity, roles }: FilterFacts): string {
	const role = roles.find(({ name }) => name === filter.role)?.short ?? filter.role;
	const forSeverity = severity === 'unknown' ? 'for the severity, once it is known' : `for ${severity}`;
	return [filter.open ? 'open' : undefined, role, filter.severity ? forSeverity : undefined]
		.filter((word) => word !== undefined)
		.join(', ');
}
