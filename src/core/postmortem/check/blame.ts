import type { Line } from '../lines';
import type { CheckDocument } from './document';
import type { CheckFinding } from './finding';

/** People without a name. */
const somebody = String.raw`(?:the|an?|our|some) (?:on-?call )?(?:engineer|developer|operator|admin(?:istrator)?|employee|contractor|intern|person|individual|colleague|team member|deployer|reviewer)`;

/** What is said of a person to make them the cause: `forgot`, `failed to check`, `should have known`. */
const failing = String.raw`(?:forgot|neglected|overlooked|ignored|carelessly|mistakenly|negligently|was careless|was negligent|was at fault|is to blame|was to blame|did(?: not|n['’]t) (?:bother|check|test|verify|notice|read|follow|think)|failed to (?:notice|check|follow|test|verify|review|update|see|read|ask|communicate|escalate|consider)|should(?: not|n['’]t)? have|made (?:a|the) mistake|caused (?:the|this|an?|our)|(?:deployed|pushed|merged|ran) the wrong|screwed up|messed up|broke (?:the |our )?(?:production|prod|build|site|service))`;

/** Phrases that blame whoever is meant. */
const phrases = new RegExp(
	String.raw`\b(?:human|operator|pilot|user) (?:error|mistake|failure)\b|\berror humano\b|\bsomeone(?:['’]s)? (?:fault|mistake|forgot|screwed up|messed up)\b|\b(?:his|her|their) (?:fault|mistake|carelessness|negligence)\b`,
	'giu',
);
/** Also of somebody who holds no role: `Bob’s fault`. */
const namedFault = /(?<![\p{L}@])\p{Lu}\p{Ll}+['’]s (?:fault|mistake|carelessness|negligence)\b/gu;
/** These deny or discuss it: `Not human error`, `“human error” is not a cause`. */
const denial =
	/\b(?:not|never|no|rather than|instead of|beyond|isn['’]t|blameless|without blam\w*)\b[^.;]{0,40}$/iu;

/** A person named as the cause. Timelines tell who did what, and a table or code is no judgement: they are left out. */
export function blame({ lines, sections, people }: CheckDocument): readonly Omit<CheckFinding, 'code'>[] {
	const names = people.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
	const who = `(?:${[somebody, '@[\\w-]+', ...names].join('|')})`;
	const patterns = [
		phrases,
		namedFault,
		new RegExp(String.raw`(?<![\p{L}@])${who} ${failing}(?!\p{L})`, 'giu'),
		new RegExp(String.raw`\b(?:caused|triggered|broken|introduced) by ${who}(?![\p{L}'’])`, 'giu'),
		new RegExp(
			String.raw`(?<![\p{L}@])${who}['’]s? (?:fault|mistake|error|carelessness|negligence|failure)\b`,
			'giu',
		),
		new RegExp(
			String.raw`\b(?:because|since) ${who} (?:did|had|was|were|forgot|failed|deployed|pushed|merged|changed|deleted)\b`,
			'giu',
		),
	];
	const told = sections.filter(({ topic }) => topic !== 'timeline');
	return told
		.flatMap(({ from, to }) => lines.slice(from, to))
		.filter(({ kind, text }) => kind === 'text' && !text.trimStart().startsWith('|'))
		.flatMap((line) => inLine(line, patterns));
}

function inLine(line: Line, patterns: readonly RegExp[]): readonly Omit<CheckFinding, 'code'>[] {
	const found = patterns.flatMap((pattern) => [...line.text.matchAll(pattern)]);
	return found
		.filter(({ index }) => !denial.test(line.text.slice(0, index)) && !isQuoted(line.text, index))
		.sort((one, other) => one.index - other.index)
		.filter(({ index, 0: text }, at, all) => at === 0 || index >= (all[at - 1]?.index ?? 0) + text.length)
		.map(({ 0: text, index }) => ({
			line: line.number,
			column: index + 1,
			endColumn: index + text.length + 1,
			subject: text,
			detail: undefined,
		}));
}

/** In quotation marks it is talked about, not said. */
function isQuoted(text: string, index: number): boolean {
	return /[“"‘]$/u.test(text.slice(0, index));
}
