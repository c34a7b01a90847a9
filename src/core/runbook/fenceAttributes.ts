/** `cwd=services/api` behind the language of a fence; `value` is '' for a name alone, such as `secret`. */
export interface FenceAttribute {
	/** Lower-case. */
	readonly name: string;
	readonly value: string;
}

/** `name`, `name=value`, `name="two words"`, `name='two words'`; between white space, commas or braces. */
const attribute = /(?<=^|[\s{,])([A-Za-z][\w.-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"',}]+)))?(?=[\s,}]|$)/g;

/**
 * What a fence's info string says after its language, as other tools write it, too: `cwd=a secret`, `{ cwd=a }`,
 * `{"cwd": "a"}`. Unknown names are kept; what is no attribute is left out. Of two with one name the first counts.
 */
export function readFenceAttributes(info: string): readonly FenceAttribute[] {
	const rest = info.trim().replace(/^\S+\s*/, '');
	if (rest === '') return [];
	const found = jsonAttributes(rest) ?? wordAttributes(rest);
	return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

export function attributeOf(attributes: readonly FenceAttribute[], name: string): string | undefined {
	return attributes.find((candidate) => candidate.name === name)?.value;
}

function wordAttributes(text: string): readonly FenceAttribute[] {
	return [...text.matchAll(attribute)].map(([, name = '', double, single, bare]) => ({
		name: name.toLowerCase(),
		value: double ?? single ?? bare ?? '',
	}));
}

function jsonAttributes(text: string): readonly FenceAttribute[] | undefined {
	if (!/^\{\s*"/.test(text)) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return Object.entries(parsed as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
			isPlain(value) ? [{ name: name.toLowerCase(), value: String(value) }] : [],
		);
	} catch {
		// It only looked like JSON.
		return undefined;
	}
}

function isPlain(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
