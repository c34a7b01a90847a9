import type { Role } from './model';

/** The runbook's own name for a role somebody typed, `ic` -> `Incident Commander`; unknown ones stay as typed. */
export function roleNamed(roles: readonly Role[], typed: string): string {
	const wanted = fold(typed);
	const found = roles.find(({ name, short }) => fold(name) === wanted || (short && fold(short) === wanted));
	return found?.name ?? typed.trim();
}

function fold(text: string): string {
	return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
