import { oneLine } from '../printable';
import type { Effect } from './effect';
import { durationWords } from './outcome';
import { visibleText } from './visibleText';

/** Everything a person has to know before a script runs. */
export interface PreviewFacts {
	readonly title: string;
	/** What will run, secrets masked; exact otherwise. */
	readonly text: string;
	readonly language: string;
	readonly effect: Effect;
	/** Why it has that effect, in words. */
	readonly because: string;
	/** Program and arguments, the private file last. */
	readonly command: readonly string[];
	readonly cwd: string;
	/** Variables that are added to the terminal's own. */
	readonly environment: readonly { readonly name: string; readonly value: string }[];
	/** What was typed into its gaps; a secret as `••••`. */
	readonly filled: readonly { readonly name: string; readonly value: string }[];
	readonly warnings: readonly string[];
	/** The incident it will be recorded in. */
	readonly incident: string | undefined;
	/** Whom the runbook gives the decision to: `Incident Commander`. */
	readonly owner: string | undefined;
	/** Of `text`. */
	readonly sha256: string;
	readonly timeoutMs: number;
	/** False where the runbook marks the script secret. */
	readonly keepsOutput: boolean;
	/** How it is run again and again: `every 30 s until it passes, for 10 min at most`. */
	readonly repeat?: string;
}

export const effectWords: Readonly<Record<Effect, string>> = {
	check: 'Only reads',
	change: 'CHANGES THINGS',
	unknown: 'May change things',
};

/**
 * The preview as Markdown that reads well as plain text: first what runs, whole and exact, then where, how and what to
 * know about it. Nothing of the script can leave its fence.
 */
export function scriptPreview(facts: PreviewFacts): string {
	const { title, text, language, warnings } = facts;
	const shown = visibleText(text);
	const hidden = shown === text ? [] : ['It holds invisible characters, written out here. It cannot be run.'];
	const lines = text.replace(/\n$/, '').split('\n').length;
	return [
		`# ${oneLine(title)}`,
		`**${effectWords[facts.effect]}**: ${oneLine(facts.because)}.`,
		...[...hidden, ...warnings].map((warning) => `> ⚠ ${oneLine(warning)}`),
		`What runs, exactly (${lines} ${lines === 1 ? 'line' : 'lines'}):`,
		fenced(shown, /^[\w-]{1,20}$/.test(language) ? language : ''),
		rowsOf(facts).join('\n'),
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}

function rowsOf(facts: PreviewFacts): readonly string[] {
	const { command, cwd, environment, filled, incident, owner, sha256, timeoutMs, repeat, keepsOutput } =
		facts;
	return [
		`- Folder: ${code(cwd)}`,
		`- One line is executed: ${code(commandLine(command))}`,
		...environment.map(({ name, value }) => `- Added to its environment: ${code(`${name}=${value}`)}`),
		...filled.map(({ name, value }) => `- Filled in: ${code(name)} is ${code(value)}`),
		`- Stopped after: ${durationWords(timeoutMs)}`,
		...(keepsOutput ? [] : ['- Output: not kept, the runbook marks it secret']),
		...(repeat === undefined ? [] : [`- Repeated: ${repeat}`]),
		...(owner === undefined ? [] : [`- The runbook gives this decision to: ${oneLine(owner)}`]),
		incident === undefined
			? '- No incident is open: the result will not be recorded'
			: `- Recorded in: ${oneLine(incident)}`,
		`- SHA-256: ${code(sha256)}`,
	];
}

/** One line for a shell: a word is quoted where it must be, so that bash, zsh, fish and PowerShell read the same. */
export function commandLine(command: readonly string[]): string {
	return command.map(quotedWord).join(' ');
}

/** fish reads `\\` and `\'` even in single quotes, so these stand outside; PowerShell wants a Windows path whole. */
function quotedWord(word: string): string {
	if (/^[\w@%+=:,./-]+$/.test(word)) return word;
	if (/^(?:[A-Za-z]:\\[^']*|[^'\\]*)$/.test(word)) return `'${word}'`;
	return /["$`\\!]/.test(word) ? `'${word.replace(/['\\]/g, `'\\$&'`)}'` : `"${word}"`;
}

/** A fence longer than any run of backticks inside. */
function fenced(text: string, language: string): string {
	const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
	return `${fence}${language}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}

function code(text: string): string {
	const shown = oneLine(visibleText(text));
	const mark = '`'.repeat(longestRun(shown) + 1);
	const space = /^`|`$/.test(shown) ? ' ' : '';
	return `${mark}${space}${shown}${space}${mark}`;
}

function longestRun(text: string): number {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
