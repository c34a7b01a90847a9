/** What is asked for: a choice has options, a number only digits, a secret is neither shown nor kept. */
export type PlaceholderKind =
	| { readonly kind: 'text' }
	| { readonly kind: 'number' }
	| { readonly kind: 'secret' }
	| { readonly kind: 'choice'; readonly options: readonly string[] };

const secretName =
	/(?:pass(?:word|wd|phrase|code)?|secret|token|credential)s?(?:[\s_-]here)?$|(?:^|[\s_-])(?:pw|pat)$|[\s_-]key(?:[\s_-]here)?$/i;
/** Keys that open nothing. */
const plainKey =
	/(?:primary|foreign|partition|sort|routing|public|cache|object|row|map|dedup|issue)[\s_-]key/i;
const numberName =
	/(?:^|[\s_-])(?:port|pid|count|replicas|seconds|minutes|hours|days|percent(?:age)?|n|pr[\s_-]number)$|^(?:number|num)[\s_-]of[\s_-]/i;

/** By the name alone: `staging|prod` is a choice, `DB_PASSWORD` a secret, `port` a number. */
export function placeholderKind(name: string): PlaceholderKind {
	const options = optionsOf(name);
	if (options.length > 1) return { kind: 'choice', options };
	if (secretName.test(name) && !plainKey.test(name)) return { kind: 'secret' };
	return { kind: numberName.test(name) ? 'number' : 'text' };
}

/** `SEV-1/2/3` gives its prefix to the bare numbers. `error rate/latency numbers` is prose and no choice. */
function optionsOf(name: string): readonly string[] {
	const parts = name.split(/\s*[/|]\s*/);
	if (!parts.every((part) => /^[\w.-]+$/.test(part))) return [];
	const prefix = /^(.*?)\d+$/.exec(parts[0] ?? '')?.[1] ?? '';
	return parts.map((part) => (/^\d+$/.test(part) ? prefix + part : part));
}
