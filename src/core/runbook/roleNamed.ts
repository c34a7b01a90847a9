import type { Role } from './model';

/**
 * The runbook's own name for a role somebody typed: `ic` or `incident commander`, and `tech lead` for `Technical Lead`
 * as long as only one role begins so, word by word. Others stay as typed.
 */
export function roleNamed(roles: readonly Role[], typed: string): string {
	const wanted = fold(typed);
	const exact = roles.find(({ name, short }) => fold(name) === wanted || (short && fold(short) === wanted));
	const likely = roles.filter(({ name }) => beginsWith(fold(name).split(' '), wanted.split(' ')));
	const found = exact ?? (likely.length === 1 ? likely[0] : undefined);
	return found?.name ?? typed.trim();
}

function beginsWith(words: readonly string[], beginnings: readonly string[]): boolean {
	return (
		beginnings.length === words.length &&
		beginnings.every((beginning, index) => beginning.length > 1 && words[index]?.startsWith(beginning))
	);
}

function fold(text: string): string {
	return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
