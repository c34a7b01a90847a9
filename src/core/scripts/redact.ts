import { secretKinds, type SecretKind } from './secretKinds';

/** Shorter texts stand in every output by chance, and hide nothing. */
const shortestLiteral = 4;

/**
 * The text without what looks like a secret, and without `literals`: values known to be secret, such as those typed
 * into a secret gap. What is left out is named: `[redacted GitHub token]`. Linear; a form that is no secret by itself,
 * such as 32 hexadecimal digits, stays.
 */
export function redact(text: string, literals: readonly string[] = []): string {
	const known = literalPattern(literals);
	const masked = known ? text.replace(known, '[redacted secret]') : text;
	return secretKinds.reduce(withoutKind, masked);
}

function withoutKind(text: string, { name, pattern, keeps = [] }: SecretKind): string {
	const mask = `[redacted ${name}]`;
	return text.replace(pattern, (_, ...groups: readonly (string | undefined)[]) => {
		const [before = '', after = ''] = keeps.map((group) => groups[group - 1]);
		return before + mask + after;
	});
}

/** As they are, as JSON and as an address writes them, and a long one of several lines line by line. */
function literalPattern(literals: readonly string[]): RegExp | undefined {
	const forms = literals
		.flatMap((literal) => [literal, ...literal.split(/\r?\n/)])
		.map((literal) => literal.trim())
		.filter((literal) => literal.length >= shortestLiteral)
		.flatMap((literal) => [literal, JSON.stringify(literal).slice(1, -1), addressForm(literal)]);
	if (forms.length === 0) return undefined;
	const longestFirst = [...new Set(forms)].sort((left, right) => right.length - left.length);
	return new RegExp(longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'g');
}

function addressForm(literal: string): string {
	return /\p{Surrogate}/u.test(literal) ? literal : encodeURIComponent(literal);
}
