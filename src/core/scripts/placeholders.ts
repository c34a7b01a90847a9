import { namesSetIn } from './dependence';
import { placeholderKind, type PlaceholderKind } from './placeholderKind';
import { writtenGaps } from './placeholderShapes';
import { scanShell, type ShellContext, type ShellScan } from './shellContexts';
import { isPosixShell, isSetByShell } from './shellNames';
import { allowancesIn, type Allowance } from './valueAllowance';

/** Where a gap stands. Offsets count UTF-16 units; `to` is exclusive. */
export interface PlaceholderSpot {
	readonly from: number;
	readonly to: number;
	readonly context: ShellContext;
	readonly allowance: Allowance;
}

/** A gap of a script that has to be filled before it runs. */
export interface ScriptPlaceholder {
	/** As asked for: `namespace` for `<namespace>`, `domain` for `your-domain`, `REGION` for `$REGION`. */
	readonly name: string;
	readonly kind: PlaceholderKind;
	/**
	 * How the value gets in: written over each spot, or, for a variable that nothing sets, as a first line
	 * `REGION=value`.
	 */
	readonly by: 'spot' | 'variable';
	readonly spots: readonly PlaceholderSpot[];
}

/** `isSet` says whether the environment the script will run in has a variable. */
export interface PlaceholderQuestion {
	readonly text: string;
	readonly language: string;
	readonly isSet: (variable: string) => boolean;
}

/** Every gap of a script, in order of its first spot. A gap that stands in comments alone is not one. Total. */
export function findScriptPlaceholders(question: PlaceholderQuestion): readonly ScriptPlaceholder[] {
	const scan = isPosixShell(question.language) ? scanShell(question.text) : undefined;
	const placeholders = [
		...writtenPlaceholders(question.text, scan),
		...(scan ? unsetVariables(question, scan) : []),
	];
	return placeholders
		.filter(({ spots }) => spots.some(({ context }) => context !== 'comment'))
		.sort((left, right) => (left.spots[0]?.from ?? 0) - (right.spots[0]?.from ?? 0));
}

function writtenPlaceholders(text: string, scan: ShellScan | undefined): readonly ScriptPlaceholder[] {
	const byKey = new Map<string, ScriptPlaceholder>();
	const allowanceAt = allowancesIn(text, scan);
	for (const gap of writtenGaps(text, scan?.contexts)) {
		const name = gap.name.trim().replace(/^your[\s_-]+(?=\S)/i, '');
		const key = name.toLowerCase().replace(/[\s_-]+/g, ' ');
		const spot = {
			from: gap.from,
			to: gap.to,
			context: scan?.contexts[gap.from] ?? 'other',
			allowance: allowanceAt(gap.from, gap.to),
		};
		const known = byKey.get(key);
		const kind = placeholderKind(name);
		if (known) byKey.set(key, { ...known, spots: [...known.spots, spot] });
		else byKey.set(key, { name, kind, by: 'spot', spots: [spot] });
	}
	return [...byKey.values()];
}

/** `${X:-default}` and the like have an answer of their own; `${X:?}` and a plain `$X` have none. */
const answersItself = /^:?[-=+]/;
/** What these bring along cannot be known here. */
const bringsVariables = /(?:^|[\s;&|(])(?:source|\.|eval|set\s+-a)\s/m;

function unsetVariables({ text, isSet }: PlaceholderQuestion, scan: ShellScan): readonly ScriptPlaceholder[] {
	if (bringsVariables.test(text)) return [];
	const known = new Set([...namesSetIn(text), ...namesAskedAbout(text)]);
	const asked = scan.references.filter(({ name, operator }) => {
		if (answersItself.test(operator)) known.add(name);
		return !isSetByShell(name) && !isSet(name);
	});
	const allowanceAt = allowancesIn(text, scan);
	const byName = new Map<string, PlaceholderSpot[]>();
	for (const { name, from, to, context } of asked) {
		if (known.has(name)) continue;
		const spot = { from, to, context, allowance: allowanceOfVariable(context, allowanceAt(from, to)) };
		byName.set(name, [...(byName.get(name) ?? []), spot]);
	}
	return [...byName].map(([name, spots]) => ({ name, kind: placeholderKind(name), by: 'variable', spots }));
}

/** What stands before a variable does not touch its value; outside quotes the shell splits it into words. */
function allowanceOfVariable(context: ShellContext, allowance: Allowance): Allowance {
	if (allowance === 'digits') return 'digits';
	return allowance === 'text' && (context === 'double' || context === 'heredoc') ? 'text' : 'word';
}

/** `[ -z "$X" ]`: the script has its own answer to a missing value. */
function namesAskedAbout(text: string): readonly string[] {
	const tests = text.matchAll(/(?:\[|test)\s+(?:!\s+)?-[zn]\s+"?\$\{?([A-Za-z_]\w*)/g);
	return [...tests].map(([, name = '']) => name);
}
