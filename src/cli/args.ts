/** What a verb takes: its words (a last one ending in `…` takes all that is left as one, in `...` as many) and its options. */
export interface Usage {
	readonly words: readonly string[];
	readonly options: Readonly<Record<string, 'flag' | 'value' | 'many'>>;
}

export interface Arguments {
	readonly words: readonly string[];
	flag(name: string): boolean;
	value(name: string): string | undefined;
	many(name: string): readonly string[];
}

/** The call itself was wrong: exit code 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** Options every verb takes. */
const common: Usage['options'] = { json: 'flag', help: 'flag' };

/** Grammar: `--name value`, `--name=value`, `--flag`, words; `--` ends the options. */
export function parseArguments(argv: readonly string[], usage: Usage): Arguments {
	const options = { ...common, ...usage.options };
	const words: string[] = [];
	const values = new Map<string, string[]>();
	for (let index = 0; index < argv.length; index++) {
		const argument = argv[index] ?? '';
		if (argument === '--') {
			words.push(...argv.slice(index + 1));
			break;
		}
		const match = /^--([a-z][\w-]*)(?:=([\s\S]*))?$/.exec(argument);
		if (!match) {
			words.push(argument);
			continue;
		}
		const name = match[1] ?? '';
		const kind = Object.hasOwn(options, name) ? options[name] : undefined;
		if (kind === undefined) throw new UsageError(`There is no option --${name} here.`);
		if (kind === 'flag' && match[2] !== undefined) throw new UsageError(`--${name} takes no value.`);
		const value = kind === 'flag' ? '' : (match[2] ?? argv[++index]);
		if (value === undefined) throw new UsageError(`--${name} needs a value.`);
		values.set(name, [...(values.get(name) ?? []), value]);
	}
	return {
		words: values.has('help') ? words : checkWords(words, usage),
		flag: (name) => values.has(name),
		value: (name) => values.get(name)?.at(-1),
		many: (name) => values.get(name) ?? [],
	};
}

function checkWords(words: readonly string[], usage: Usage): readonly string[] {
	const missing = usage.words[words.length];
	if (missing !== undefined) throw new UsageError(`${missing.replace(/…|\.\.\.$/, '')} is missing.`);
	const last = usage.words.length - 1;
	if (usage.words[last]?.endsWith('...')) return words;
	if (usage.words[last]?.endsWith('…')) return [...words.slice(0, last), words.slice(last).join(' ')];
	const extra = words[usage.words.length];
	if (extra !== undefined) throw new UsageError(`“${extra}” is one word too many; put texts in quotes.`);
	return words;
}

/** A positive whole number, or a sentence. */
export function positiveNumber(text: string | undefined, name: string, fallback: number): number {
	if (text === undefined) return fallback;
	if (!/^[1-9]\d{0,8}$/.test(text))
		throw new UsageError(`--${name} takes a whole number from 1, not “${text}”.`);
	return Number(text);
}

/** A point in time in ISO 8601, in milliseconds, or a sentence. */
export function isoInstant(text: string, name: string): number {
	const instant = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(instant)) {
		throw new UsageError(`--${name} takes a time such as 2026-11-23T03:04:00Z, not “${text}”.`);
	}
	return instant;
}
