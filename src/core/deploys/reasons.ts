import { findNamed, type Clues } from './clues';
import { fileKind, type FileKind } from './fileKinds';
import type { LogEntry } from './log';
import type { Reason } from './model';
import type { TraceFindings } from './trace';

/** What the reasons are drawn from. */
export interface DeployFacts {
	readonly title: string;
	readonly body: string;
	/** ISO 8601; a date that cannot be read gives no reason. */
	readonly committedAt: string;
	readonly files: readonly string[];
	readonly insertions: number;
	readonly deletions: number;
	/** The later commit that took it back. */
	readonly revertedBy?: LogEntry | undefined;
	/** The earlier commit that it brings back, after that had been taken back. */
	readonly bringsBack?: LogEntry | undefined;
	readonly clues?: Clues | undefined;
	readonly traced?: TraceFindings | undefined;
}

/** Why a deploy is suspected of an impact that began at `onset` (milliseconds since 1970), strongest first. */
export function findReasons(facts: DeployFacts, onset: number): readonly Reason[] {
	const lead = onset - Date.parse(facts.committedAt);
	if (lead < 0) return [{ code: 'landed-after', text: landed(-lead, 'after'), weight: -10 }];
	const reasons: Reason[] = [];
	for (const { code, find } of rules) {
		const finding = find(facts, lead, onset);
		if (finding) reasons.push({ code, ...finding });
	}
	return reasons.sort((a, b) => b.weight - a.weight);
}

export function sumWeights(reasons: readonly Reason[]): number {
	return reasons.reduce((sum, reason) => sum + reason.weight, 0);
}

interface Rule {
	readonly code: string;
	/** `lead`: milliseconds from the deploy to the onset, not negative; NaN when the date is unreadable. */
	readonly find: (facts: DeployFacts, lead: number, onset: number) => Omit<Reason, 'code'> | undefined;
}

const rules: readonly Rule[] = [
	{ code: 'landed-before', find: (_, lead) => findLanded(lead) },
	{ code: 'wrote-trace-line', find: findWrote },
	{ code: 'changed-trace-file', find: findChanged },
	{ code: 'named', find: findNamedFile },
	{ code: 'touches-migrations', find: touches('migration', 'Changes the database schema', 3) },
	{ code: 'touches-infrastructure', find: touches('infrastructure', 'Changes infrastructure or CI', 2) },
	{ code: 'touches-configuration', find: touches('configuration', 'Changes configuration', 2) },
	{ code: 'touches-dependencies', find: touches('dependency', 'Changes dependencies', 2) },
	{ code: 'large-change', find: findLarge },
	{ code: 'is-revert', find: findRevert },
	{ code: 'brings-back', find: findBringsBack },
	{ code: 'off-hours', find: findOffHours },
	{ code: 'reverted', find: ({ revertedBy }, _, onset) => findReverted(revertedBy, onset) },
];

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

// A deploy that hurts mostly hurts soon; after a week nearness says nothing any more.
const nearness: readonly { readonly within: number; readonly weight: number }[] = [
	{ within: 15 * minute, weight: 10 },
	{ within: hour, weight: 8 },
	{ within: 4 * hour, weight: 6 },
	{ within: day, weight: 4 },
	{ within: 3 * day, weight: 2 },
	{ within: 7 * day, weight: 1 },
];

function findLanded(lead: number): Omit<Reason, 'code'> | undefined {
	const weight = nearness.find(({ within }) => lead <= within)?.weight;
	return weight === undefined ? undefined : { text: landed(lead, 'before'), weight };
}

function touches(kind: FileKind, what: string, weight: number): Rule['find'] {
	return ({ files }) => {
		if (files.length === 0) return undefined;
		const [first, ...others] = files.filter((path) => fileKind(path) === kind);
		if (first === undefined) return undefined;
		const more = others.length > 0 ? ` and ${others.length} more` : '';
		return { text: `${what}: ${toVisible(first)}${more}`, weight };
	};
}

const largeLines = 500;
const hugeLines = 2000;

function findLarge({ insertions, deletions, files }: DeployFacts): Omit<Reason, 'code'> | undefined {
	const lines = insertions + deletions;
	if (lines < largeLines) return undefined;
	const where = files.length === 1 ? '1 file' : `${files.length} files`;
	return { text: `Large change: ${lines} lines in ${where}`, weight: lines < hugeLines ? 1 : 2 };
}

function findRevert({ title, body }: DeployFacts): Omit<Reason, 'code'> | undefined {
	const isRevert = /^(?:revert|roll ?back)\b/i.test(title) || /^This reverts commit [0-9a-f]{7}/m.test(body);
	return isRevert ? { text: 'Is itself a revert', weight: 1 } : undefined;
}

function findWrote({ traced }: DeployFacts): Omit<Reason, 'code'> | undefined {
	const [first, ...others] = traced?.wrote ?? [];
	if (first === undefined) return undefined;
	const more = others.length > 0 ? ` and ${others.length} more` : '';
	return { text: `Wrote ${toVisible(first)}${more} of the stack trace`, weight: 12 };
}

function findChanged({ traced }: DeployFacts): Omit<Reason, 'code'> | undefined {
	const [first] = traced?.changed ?? [];
	if (first === undefined) return undefined;
	return { text: `Changes ${toVisible(first)}, which is in the stack trace`, weight: 6 };
}

function findNamedFile({ files, clues }: DeployFacts): Omit<Reason, 'code'> | undefined {
	const named = clues && findNamed(files, clues);
	if (!named) return undefined;
	const weight = named.kind === 'path' ? 5 : 3;
	return { text: `Touches ${toVisible(named.path)}, and the incident names “${named.clue}”`, weight };
}

function findBringsBack({ bringsBack }: DeployFacts): Omit<Reason, 'code'> | undefined {
	if (!bringsBack) return undefined;
	return { text: `Brings back ${toShort(bringsBack)}, which had been reverted`, weight: 3 };
}

/** What is taken back before the impact cannot have caused it; afterwards, somebody thought it did. */
function findReverted(revertedBy: LogEntry | undefined, onset: number): Omit<Reason, 'code'> | undefined {
	if (!revertedBy) return undefined;
	if (Date.parse(revertedBy.committedAt) <= onset) {
		return { text: `Was reverted before the impact by ${toShort(revertedBy)}`, weight: -10 };
	}
	return { text: `Has been reverted since by ${toShort(revertedBy)}`, weight: 0 };
}

/** Nights and weekends on the committer's own clock: ISO 8601 says it, `2026-11-23T23:04:05+01:00`. */
function findOffHours({ committedAt }: DeployFacts, lead: number): Omit<Reason, 'code'> | undefined {
	if (lead > 7 * day) return undefined;
	const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(committedAt) ?? [];
	if (date === '') return undefined;
	const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
	if (weekday === 0 || weekday === 6) return { text: 'Landed on a weekend', weight: 1 };
	if (time >= '07:00' && time < '20:00') return undefined;
	return { text: `Landed at ${time} on its committer’s clock`, weight: 1 };
}

function toShort({ sha, title }: LogEntry): string {
	return `${sha.slice(0, 10)} “${toVisible(title)}”`;
}

function landed(distance: number, side: 'before' | 'after'): string {
	return `Landed ${toWords(distance)} ${side} the impact began`;
}

/** `less than a minute`, `1 minute`, `119 minutes`, `2 hours`, `3 days`: rounded down. */
function toWords(milliseconds: number): string {
	if (milliseconds < minute) return 'less than a minute';
	if (milliseconds < 2 * hour) return count(milliseconds / minute, 'minute');
	if (milliseconds < 2 * day) return count(milliseconds / hour, 'hour');
	return count(milliseconds / day, 'day');
}

function count(amount: number, unit: string): string {
	const whole = Math.floor(amount);
	return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}

/** A path may hold line feeds, escape sequences or text that turns the direction of reading. */
function toVisible(path: string): string {
	return path.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
