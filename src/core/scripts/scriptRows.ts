import type { Instant, RunState } from '../incident/model';
import { oneLine } from '../printable';
import type { Script } from '../runbook/model';
import type { Effect } from './effect';
import type { KnownScript } from './knownScripts';
import { lastRun, type LastRun } from './lastRun';
import { effectWords } from './preview';
import { visibleText } from './visibleText';

/** What a row is; menus are tied to it. `command`: one of a script that was run command by command. */
export const scriptRowKinds = ['section', 'script', 'command'] as const;
export type ScriptRowKind = (typeof scriptRowKinds)[number];

/** Every icon repeats what the words of its row say. */
export type ScriptIcon = 'section' | Effect | 'missing' | 'ok' | 'bad' | 'running';

/** One row of the Emergency Scripts view. */
export interface ScriptRow {
	/** The same for the same script as long as its text stays. */
	readonly id: string;
	readonly kind: ScriptRowKind;
	readonly label: string;
	readonly description: string;
	readonly tooltip: string;
	/** For screen readers. */
	readonly spoken: string;
	readonly icon: ScriptIcon;
	readonly script: Script | undefined;
	readonly children: readonly ScriptRow[];
}

export interface ScriptRowFacts {
	/** Of the incident in view; nothing without one. */
	readonly runs: Iterable<RunState>;
	readonly now: Instant;
}

/** The scripts under the headings they stand under, in the order of the runbook. */
export function scriptRows(scripts: readonly KnownScript[], facts: ScriptRowFacts): readonly ScriptRow[] {
	const runs = [...facts.runs];
	const sections = new Map<string, ScriptRow[]>();
	for (const known of scripts) {
		const rows = sections.get(known.script.section) ?? [];
		rows.push(scriptRow(known, { runs, now: facts.now }));
		sections.set(known.script.section, rows);
	}
	return [...sections].map(([title, children]) => sectionRow(title, children));
}

function sectionRow(title: string, children: readonly ScriptRow[]): ScriptRow {
	const label = oneLine(title) || 'Without a heading';
	const count = children.length === 1 ? '1 script' : `${children.length} scripts`;
	return {
		...{ id: `section:${title}`, kind: 'section', icon: 'section', label, description: count },
		...{ tooltip: label, spoken: `${label}, ${count}`, script: undefined, children },
	};
}

/** What is urgent comes first: the end of a row is what a narrow side bar cuts off. */
function scriptRow(known: KnownScript, facts: ScriptRowFacts): ScriptRow {
	const { script, sha256, hasGaps, lines } = known;
	const { title, effect, missing, file = '' } = script;
	const last = lastRun(facts.runs, (run) => run.sha256 === sha256 || (hasGaps && run.title === title), {
		effect,
		now: facts.now,
	});
	const isMissing = missing === true ? `MISSING: ${file}` : undefined;
	const said = [isMissing, effectWords[effect], last?.words].filter((words) => words !== undefined);
	const label = oneLine(title);
	return {
		id: `script:${script.id}`,
		kind: 'script',
		label,
		description: oneLine([...said, firstCommand(script)].join(' · ')),
		tooltip: tooltipOf(script, [...said, last && `Run by ${last.by}`]),
		spoken: oneLine([label, ...said].join(', ')),
		icon: isMissing === undefined ? effect : 'missing',
		script,
		children: lines.flatMap((line) => commandRow(line, script, facts)),
	};
}

/** Nothing until the command was run by itself. */
function commandRow(
	{ title, sha256 }: KnownScript['lines'][number],
	{ id }: Script,
	{ runs, now }: ScriptRowFacts,
): readonly ScriptRow[] {
	const last = lastRun(runs, (run) => run.sha256 === sha256, { effect: 'check', now });
	if (!last) return [];
	const label = oneLine(title);
	const spoken = oneLine(`${label}, ${last.words}`);
	return [
		{
			...{ id: `command:${id}:${sha256}`, kind: 'command', label, description: last.words, spoken },
			...{ tooltip: `${label}\n${last.words}\nRun by ${oneLine(last.by)}` },
			...{ icon: iconOf(last), script: undefined, children: [] },
		},
	];
}

function iconOf({ verdict }: LastRun): ScriptIcon {
	if (verdict === undefined) return 'running';
	return verdict === 'ok' ? 'ok' : 'bad';
}

/** A tooltip shows no more; the runbook has the rest. */
const tooltipLines = 15;

function tooltipOf(script: Script, said: readonly (string | undefined)[]): string {
	const lines = visibleText(script.text).trimEnd().split('\n');
	const more = lines.length - tooltipLines;
	return [
		oneLine(script.title),
		...said.flatMap((words) => (words === undefined ? [] : oneLine(words))),
		`Why: ${oneLine(script.because)}`,
		'',
		...lines.slice(0, tooltipLines),
		...(more > 0 ? [`… and ${more} more ${more === 1 ? 'line' : 'lines'}`] : []),
	].join('\n');
}

/** `bash scripts/rollback.sh`, `curl -f https://…  (3 lines)`: comments and blank lines left out. */
export function firstCommand({ text }: Pick<Script, 'text'>): string {
	const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
	const more = lines.length > 1 ? `  (${lines.length} lines)` : '';
	return `${lines[0] ?? ''}${more}`;
}
