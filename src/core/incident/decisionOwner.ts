import { isForRole, type RoleNames } from '../runbook/filter';

/**
 * Who holds the role a decision belongs to. `owner` is as the runbook writes it (`IC`), roles in the record may be
 * under their long or short name. Empty when nobody holds it, or when it names no role.
 */
export function ownersOf(
	owner: string,
	roles: readonly RoleNames[],
	held: ReadonlyMap<string, string>,
): readonly string[] {
	const named = roles.filter((role) => isForRole(owner, role));
	const names = new Set([owner, ...named.flatMap(({ name, short }) => [name, short ?? name])].map(fold));
	return [...held].flatMap(([role, person]) => (names.has(fold(role)) ? person : []));
}

/** Names of people and roles are typed by hand. */
export function sameName(left: string, right: string): boolean {
	return fold(left) === fold(right);
}

function fold(name: string): string {
	return name.trim().toLowerCase();
}
