import { findHiddenCharacter } from './hiddenCharacters';
import type { PlaceholderSpot, ScriptPlaceholder } from './placeholders';
import { scanShell, type ShellContext } from './shellContexts';

/** A script with its gaps filled, or the sentences that say why it cannot be. */
export type FilledScript =
	| {
			readonly kind: 'filled';
			/** What runs. */
			readonly text: string;
			/** The same with secret values as `••••`: for screens, hashes and the record. */
			readonly shown: string;
	  }
	| { readonly kind: 'refused'; readonly reasons: readonly string[] };

const word = /^[A-Za-z0-9_./][\w.:/@+-]*$/;
const mask = '••••';

/**
 * Why a value cannot stand in a gap, as a sentence for the person who types it; `undefined` when it can. No value can
 * add a command or change the words around it: what cannot be quoted for sure is refused.
 */
export function refusalOf({ name, kind, spots, by }: ScriptPlaceholder, value: string): string | undefined {
	if (value.trim() === '') return `“${name}” needs a value.`;
	const hidden = findHiddenCharacter(value);
	if (hidden !== undefined || value.includes('\n') || value.includes('\t')) {
		return `“${name}” takes one line without tabs and invisible characters.`;
	}
	if (value.startsWith('-'))
		return `“${name}” cannot begin with “-”: the command would read it as an option.`;
	if (kind.kind === 'number' && !/^\d+$/.test(value)) return `“${name}” takes digits only.`;
	if (kind.kind === 'choice' && !kind.options.includes(value))
		return `“${name}” takes one of ${kind.options.join(', ')}.`;
	const allowances = spots.map(({ allowance }) => allowance);
	if (by === 'spot' && allowances.includes('nothing'))
		return `“${name}” stands directly behind a “$” or “\\”, where no value is safe: change the script in the runbook.`;
	if (allowances.includes('digits') && !/^\d+$/.test(value))
		return `“${name}” is calculated with, so it takes digits only.`;
	if (allowances.includes('word') && (!word.test(value) || value.includes('--')))
		return `“${name}” takes letters, digits and _ . : / @ + - only: this script hands it to something that would read more as code.`;
	if (spots.some(({ context }) => context === 'other') && reserved.test(value))
		return `“${name}” cannot be “${value}”, a word of the shell.`;
	return undefined;
}

/**
 * Writes the values, by placeholder name, into the script. Refuses when one is missing, or is refused where it stands.
 */
export function fillPlaceholders(
	text: string,
	placeholders: readonly ScriptPlaceholder[],
	values: ReadonlyMap<string, string>,
): FilledScript {
	const ends = new Set(scanShell(text).heredocEnds);
	const reasons = placeholders.flatMap((placeholder) => {
		const value = values.get(placeholder.name) ?? '';
		return refusalOf(placeholder, value) ?? endsHeredoc(placeholder, value, ends) ?? [];
	});
	if (reasons.length > 0) return { kind: 'refused', reasons };
	const write = (masked: boolean): string => {
		const valueOf = ({ name, kind }: ScriptPlaceholder): string =>
			masked && kind.kind === 'secret' ? mask : (values.get(name) ?? '');
		return withVariables(overSpots(text, placeholders, valueOf), placeholders, valueOf);
	};
	return { kind: 'filled', text: write(false), shown: write(true) };
}

function endsHeredoc(
	{ name, spots }: ScriptPlaceholder,
	value: string,
	ends: ReadonlySet<string>,
): string | undefined {
	const inHeredoc = spots.some(({ context }) => context !== 'plain' && context !== 'double');
	return inHeredoc && [...ends].some((end) => end.includes(value))
		? `“${name}” cannot be “${value}”: the script uses that word to end a text.`
		: undefined;
}

type ValueOf = (placeholder: ScriptPlaceholder) => string;

function overSpots(text: string, placeholders: readonly ScriptPlaceholder[], valueOf: ValueOf): string {
	const edits = placeholders
		.filter(({ by }) => by === 'spot')
		.flatMap((placeholder) => placeholder.spots.map((spot) => ({ spot, value: valueOf(placeholder) })))
		.sort((left, right) => left.spot.from - right.spot.from);
	let written = '';
	let at = 0;
	for (const { spot, value } of edits) {
		written += text.slice(at, spot.from) + quoted(value, spot, text.charAt(spot.to));
		at = spot.to;
	}
	return written + text.slice(at);
}

/** Variables go first, behind a `#!` line: the script then finds them as if its environment had them. */
function withVariables(text: string, placeholders: readonly ScriptPlaceholder[], valueOf: ValueOf): string {
	const lines = placeholders
		.filter(({ by }) => by === 'variable')
		.map((placeholder) => {
			const value = valueOf(placeholder);
			return `${placeholder.name}=${isBare(value) ? value : quotedFor('plain', value)}\n`;
		});
	const first = /^#![^\n]*\n/.exec(text)?.[0] ?? '';
	return first + lines.join('') + text.slice(first.length);
}

/** A digit before `>` would name a file descriptor, and a word such as `if` or `time` opens a command of its own. */
const reserved =
	/^(?:if|then|else|elif|fi|for|foreach|while|until|do|done|case|esac|select|function|time|coproc|repeat|end|nocorrect|noglob|command|builtin|exec|in|always|namespace)$/;

function quoted(value: string, { context, allowance }: PlaceholderSpot, next: string): string {
	if (context === 'plain') return isBare(value) && !/[<>({[]/.test(next) ? value : quotedFor('plain', value);
	return isBare(value) || allowance !== 'text' ? value : quotedFor(context, value);
}

function isBare(value: string): boolean {
	return word.test(value) && !reserved.test(value);
}

/** POSIX shell quoting. Comments and literal heredocs take any line as it is. */
function quotedFor(context: ShellContext, value: string): string {
	switch (context) {
		case 'plain':
			return `'${value.replaceAll("'", `'\\''`)}'`;
		case 'single':
			return value.replaceAll("'", `'\\''`);
		case 'double':
			return value.replace(/[\\$`"]/g, '\\$&');
		case 'heredoc':
			return value.replace(/[\\$`]/g, '\\$&');
		case 'comment':
		case 'literalHeredoc':
		case 'arithmetic':
		case 'other':
			return value;
	}
}
