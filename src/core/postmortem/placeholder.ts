/**
 * Text a template has where an answer belongs. `mask` shows the form of the answer (`YYYY-MM-DD`, `XX minutes`),
 * `choice` the possible answers, `prompt` says in words what to write.
 */
export type Placeholder =
	| { readonly kind: 'empty' }
	| { readonly kind: 'choice'; readonly options: readonly string[] }
	| { readonly kind: 'mask'; readonly text: string }
	| { readonly kind: 'prompt'; readonly text: string };

/**
 * Grammar of a value that is nothing but placeholder: one or more atoms, and between them only joiners. Anything else
 * is what somebody wrote, and `undefined`.
 */
export function placeholderOf(value: string): Placeholder | undefined {
	const text = value.trim();
	if (/^(?:[-–—]|\.{3}|…|tbd|todo|\?+)?$/iu.test(text)) {
		return { kind: 'empty' };
	}
	if (/^\[[ xX]\]$/u.test(text)) {
		return undefined; // A check box.
	}
	const { inner, isPrompt } = unwrap(text);
	const options = optionsOf(inner);
	if (options !== undefined) {
		return { kind: 'choice', options };
	}
	const bare = inner.replace(/[[\]<>{}]/gu, ' ').trim();
	if (isMask(bare)) {
		return { kind: 'mask', text: bare };
	}
	return isPrompt || isAtoms(inner) || isStandIn(inner) ? { kind: 'prompt', text: inner } : undefined;
}

/** One bracket form, for texts that have placeholders among words: `[Incident Title]`, `{{name}}`, `<date>`. */
export const bracketAtom = new RegExp(
	[
		'\\{\\{[^{}]*\\}\\}',
		'\\{[^{}]*\\}',
		// Not a link, a reference, a check box; not a tag, a comment, an address.
		'(?<!\\\\)\\[(?![ xX_-]?\\])[^\\[\\]]*\\](?![(\\[])',
		'<(?!/|!|\\?|https?:|mailto:|(?:br|hr|a|b|i|p|u|em|img|div|sub|sup|kbd|code|span|table|details|summary)\\b)[^<>]*>',
	].join('|'),
	'u',
);

/** All of them in a text. */
export const bracketAtoms = new RegExp(bracketAtom.source, 'gu');

/** `YYYY-MM-DD`, `DD/MM/YYYY`, `20xx-MM-DD`, `YYYYMMDD`. */
export const dateMask = new RegExp(
	[
		'(?:yyyy|aaaa|jjjj|20xx|xxxx)[-/. ]?m{2}[-/. ]?(?:dd|tt|jj|xx)',
		'(?:yyyy|20xx|xxxx)-xx-xx',
		'(?:dd|tt|mm)[-/.](?:mm|dd|mmm)[-/.](?:yyyy|aaaa|yy)',
	].join('|'),
	'iu',
);

/** `HH:MM`, `00:00`, `hh:mm:ss`, `__:__`. */
export const clockMask = /(?<![a-su-z\d])(?:hh|xx|00):(?:mm|xx|00)(?::(?:ss|xx|00))?(?!\d)|__:__/iu;

const masks = new RegExp(
	[
		`(?:${dateMask.source})(?:t(?=hh|00|xx))?`,
		clockMask.source,
		// INC-YYYY-NNN, INC-XXXX, #123 of the kind #XXX, SEV-X, P?
		'\\b(?:inc(?:ident)?|pm|ir|rca)[-_ #]*(?:(?:yyyy|yy|mmdd|mm|dd|hhmm|x{2,}|n{2,}|#{2,}|0{3,}|nnn)[-_]?)+(?![\\p{L}\\d])',
		'\\b(?:sev|p|s)[- ]?(?:[xn#?](?![\\p{L}\\d]))',
		'(?<![\\p{L}\\d])(?:x{1,6}|[yz](?=[\\s\\]]*(?:min|h|day|sec))|y{2,4}|z{2,4}|n{2,4}|\\?{1,4}|_{2,}|#{2,}|#x+|tbd|todo)(?![\\p{L}\\d])',
		'\\?(?=(?:mins?|minutes|hours|hrs?)\\b)',
		'\\.{3}|…',
	].join('|'),
	'giu',
);

const joiners = new RegExp(
	[
		'\\b(?:utc|gmt|z|minutes?|mins?|hours?|hrs?|h|m|days?|seconds?|secs?|minutos?|horas?|to|at|and)\\b',
		'[(（][^()（）]*[)）]|[-–—→,/~≈:+·*_`\\s]',
	].join('|'),
	'giu',
);

/** Words that stand for a name; only whole values. */
const standIns = new Set(
	[
		'name',
		'names',
		'name(s)',
		'(names)',
		'full name',
		'nombre',
		'nome',
		'@name',
		'@handle',
		'@user',
		'@username',
	].concat(['incident title', 'title', 'your name', 'firstname lastname', '@person', '@ic', 'number', 'id']),
);

function unwrap(text: string): { inner: string; isPrompt: boolean } {
	const code = /^`([^`]+)`$/u.exec(text)?.[1];
	if (code !== undefined) {
		return { inner: code.trim(), isPrompt: false };
	}
	const italic = /^_(?!_)([^_]+(?:_+[^_]+)*)_$/u.exec(text)?.[1] ?? /^\*(?!\*)([^*]+)\*$/u.exec(text)?.[1];
	return { inner: bracketInner(italic ?? text), isPrompt: italic !== undefined };
}

/** `[P0/P1]` reads as `P0/P1`; anything with more around it stays as it is. */
function bracketInner(text: string): string {
	const match = bracketAtom.exec(text);
	const isWhole = match?.index === 0 && match[0].length === text.length;
	const inner = isWhole ? text.replace(/^[[<{]+|[\]>}]+$/gu, '').trim() : text;
	return isWhole && (optionsOf(inner) !== undefined || isMask(inner)) ? inner : text;
}

/** `SEV1 / SEV2`, `Draft | Final`, `SEV-1/2/3`, `SEV{1|2}`; two to eight short texts, no dates. */
function optionsOf(text: string): readonly string[] | undefined {
	const bare = text.replace(/[(（][^()（）]*[)）]/gu, '').replace(/\s*(?:\\?\||\/)\s*/gu, '\n');
	const series = /^(\p{L}[\p{L} ]{0,10}-?)[{[]?(\d(?:\n\d)+)[}\]]?$/u.exec(bare.trim());
	const parts = series
		? (series[2] ?? '').split('\n').map((digit) => `${series[1] ?? ''}${digit}`)
		: bare.split('\n').map((part) => part.replace(/^[*_`[]+|[*_`\]]+$/gu, '').trim());
	const fits =
		parts.length >= 2 &&
		parts.length <= 8 &&
		parts.every((part) => /^[\p{L}\d][^[\]<>{}:]{0,24}$/u.test(part));
	return fits && !isMask(text) ? parts : undefined;
}

function isMask(text: string): boolean {
	return text.search(masks) >= 0 && isOnly(text, masks);
}

function isAtoms(text: string): boolean {
	return bracketAtom.test(text) && isOnly(text.replace(bracketAtoms, ' '), masks);
}

function isOnly(text: string, atoms: RegExp): boolean {
	return text.replace(atoms, ' ').replace(joiners, '') === '';
}

function isStandIn(text: string): boolean {
	return standIns.has(text.toLowerCase());
}
