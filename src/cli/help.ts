import type { Verb } from './verb';

/** All verbs with a line each. */
export function helpText(verbs: Readonly<Record<string, Verb>>): string {
	const lines = Object.entries(verbs).map(([name, verb]) => {
		return `  ${[name, ...verb.words].join(' ').padEnd(20)} ${verb.summary}`;
	});
	const rows = [
		'Run the incident from the runbook in your repository.',
		'',
		'runbook-response VERB [--json]',
		'',
	];
	return `${[...rows, ...lines, '', 'Exit codes: 0 done, 1 findings or refused, 2 wrong usage.'].join('\n')}\n`;
}

export function verbHelp(name: string, verb: Verb): string {
	const options = Object.entries(verb.options).map(([option, kind]) => {
		const shape = { flag: `[--${option}]`, value: `[--${option} X]`, many: `[--${option} X]...` }[kind];
		return shape;
	});
	return `${verb.summary}\n\nrunbook-response ${[name, ...verb.words, ...options, '[--json]'].join(' ')}\n`;
}
