import type { ShellContext } from './shellContexts';

/** A gap as written: `name` is what stands inside its marks. Offsets count UTF-16 units; `to` is exclusive. */
export interface WrittenGap {
	readonly name: string;
	readonly from: number;
	readonly to: number;
}

/** What stands around a gap, for the shapes that mean something else elsewhere. */
interface Surroundings {
	readonly text: string;
	readonly gap: WrittenGap;
	/** `undefined` in a language that is no POSIX shell. */
	readonly context: ShellContext | undefined;
}

interface Shape {
	/** The name is in the first group. Bounded, so that no text takes it long. */
	readonly pattern: RegExp;
	readonly isGap: (surroundings: Surroundings) => boolean;
}

/** What tools print, and what people therefore search for: `grep '<none>'`. */
const printedByTools =
	/^(?:none|nil|null|unset|unknown|pending|missing|invalid|no value|untagged|empty|undefined|default)$/i;
/** Words that a bracket in capitals or alone asks to be filled: `[REASON]`, `[id]`. */
const askingWord =
	/^(?:ids?|name|reason|host|hostname|service|version|tag|date|time|timestamp|user|username|password|token|secret|key|url|uri|port|env|environment|region|zone|cluster|namespace|pod|branch|sha|commit|number|count|ticket|incident|e?mail|message|path|file|filename|ip|address|database|db|table|backup|server|node|app|application|deployment|container|bucket|project|org|account|tenant|customer|domain|duration|minutes|hours|replicas|instance|release|channel|title|description|summary|owner|team|person|repo|repository|group|resource|snapshot|job|run|migration|revision|secret|value|x)$/i;
const goWords =
	/^(?:range|end|if|else|with|json|define|template|block|printf?|println|len|index|upper|lower|title|join|split|truncate|pad|table|now|or|and|not|eq|ne|break|continue)\b/;

const shapes: readonly Shape[] = [
	{ pattern: /\{\{\s{0,8}([A-Za-z][\w -]{0,60}?)\s{0,8}\}\}/g, isGap: ({ gap }) => !goWords.test(gap.name) },
	{ pattern: /<([A-Za-z][\w .:|/-]{0,60})>/g, isGap: isAngleGap },
	{ pattern: /\[([A-Za-z][\w #/|-]{0,60})\]/g, isGap: isBracketGap },
	{
		pattern:
			/(?<![\w$-]|\$\{)((?:YOUR|Your|your)[_-][A-Za-z][\w-]{0,60}|CHANGE_?ME|REPLACE_?ME|changeme|replaceme)(?![\w(=])/g,
		isGap: () => true,
	},
];

/** The gaps of a script, first to last; none inside another. `contexts` is left out for what is no POSIX shell. */
export function writtenGaps(text: string, contexts?: readonly ShellContext[]): readonly WrittenGap[] {
	const found: WrittenGap[] = [];
	for (const { pattern, isGap } of shapes) {
		for (const match of text.matchAll(pattern)) {
			const from = match.index;
			const gap = { name: match[1] ?? '', from, to: from + match[0].length };
			const free = !found.some((other) => gap.from < other.to && other.from < gap.to);
			if (free && isGap({ text, gap, context: contexts?.[from] })) found.push(gap);
		}
	}
	return found.sort((left, right) => left.from - right.from);
}

/**
 * `<name>` and no redirection: `sort <in >out` has a space before its `>`, `sort <in>out` a word right behind it, and
 * `cat <<END>x`, `cmd 2<in>` something before it. Inside quotes nothing is redirected, but `(?<x>…)` is a pattern and
 * `<x>…</x>` a tag.
 */
function isAngleGap({ text, gap, context }: Surroundings): boolean {
	const before = text.slice(Math.max(0, gap.from - 2), gap.from);
	const after = text.charAt(gap.to);
	if (/[<\\&?]$|\?P$/.test(before) || /[\s.:|/-]$/.test(gap.name) || printedByTools.test(gap.name))
		return false;
	if (text.includes(`</${gap.name}>`) || isUsageText(text, gap)) return false;
	if (context === undefined) return !/\w$/.test(before);
	return !(
		context === 'plain' &&
		/^$|[\s;&|(\d]$/.test(before) &&
		/[\w$"'&(]/.test(after) &&
		!gap.name.includes(' ')
	);
}

/** `[name of it]`, `[run-id]`, `[REASON]`: never a test, an index, a range of letters, a log level or a choice to read. */
function isBracketGap({ text, gap }: Surroundings): boolean {
	const before = text.charAt(gap.from - 1);
	const after = text.charAt(gap.to);
	if (/[\w$\\.\])}[?*!^]/.test(before) || /[([\]=*+?{:]/.test(after) || /[\s#/|-]$/.test(gap.name))
		return false;
	return !isUsageText(text, gap) && isAskingName(gap.name);
}

/** `echo "Usage: $0 <url>"`, `read -p "Continue? [yes or no]"`: shown to whoever runs the script. */
function isUsageText(text: string, { from }: WrittenGap): boolean {
	const lineStart = text.lastIndexOf('\n', from) + 1;
	return /\bread\s|\busage:/i.test(text.slice(Math.max(lineStart, from - 300), from));
}

function isAskingName(name: string): boolean {
	const words = name.split(/[\s_/|-]+/);
	if (words.length === 1) return askingWord.test(name);
	if (/^y(?:es)?[/|]/i.test(name)) return false;
	// `[NOT_FOUND]` is a log tag, `[SERVICE_NAME]` asks.
	if (/^[A-Z\d_-]+$/.test(name)) return words.some((word) => word.length > 1 && askingWord.test(word));
	if (/^SEV-?\d\//.test(name)) return true;
	// `[a-z]`, `[A-Za-z]`: words of one case with at least two letters are no ranges.
	return words.every((word) => /^(?:[a-z\d]{2,}|[A-Z\d]{2,}|[A-Z][a-z\d]+|[aA#])$/.test(word));
}
