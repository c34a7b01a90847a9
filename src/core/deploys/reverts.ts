import type { LogEntry } from './log';
import { pullRequestOf } from './pullRequest';

/** Which commits of a log took back which others. */
export interface Reverts {
	/** By the id of a commit: the one that took it back, and was not taken back itself. */
	readonly revertedBy: ReadonlyMap<string, LogEntry>;
	/** By the id of a commit: what it brings back, after that had been taken back. */
	readonly bringsBack: ReadonlyMap<string, LogEntry>;
}

/** Reads a log that runs from new to old. A commit can only take back older ones. */
export function findReverts(log: readonly LogEntry[]): Reverts {
	const undone = new Map<string, LogEntry>();
	const bringsBack = new Map<string, LogEntry>();
	const target = new Map<string, LogEntry>();
	const oldestFirst = [...log.entries()].filter(([, entry]) => saysRevert(entry)).reverse();
	for (const [place, entry] of oldestFirst) {
		for (const original of findTargets(entry, log.slice(place + 1))) {
			target.set(entry.sha, original);
			undone.set(original.sha, entry);
			const before = target.get(original.sha);
			if (!before) continue;
			undone.delete(before.sha);
			bringsBack.set(entry.sha, before);
		}
	}
	return { revertedBy: undone, bringsBack };
}

/** Few commits do, so the others are not looked at closely. */
function saysRevert({ title, body }: LogEntry): boolean {
	return /revert/i.test(title) || /revert/i.test(body);
}

/** What a message says it takes back; ids are the surest, then the number of a request, then the title. */
function findTargets({ title, body }: LogEntry, older: readonly LogEntry[]): readonly LogEntry[] {
	const ids = [...body.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g)].map(([, id = '']) => id);
	const found = ids.flatMap((id) => older.find(({ sha }) => sha.startsWith(id)) ?? []);
	if (found.length > 0) return found;
	const number = requestGrammars.map((grammar) => grammar.exec(`${title}\n${body}`)?.[1]).find(Boolean);
	const request = number && older.find((entry) => pullRequestOf(entry.title, entry.body) === Number(number));
	if (request) return [request];
	const named = /^Revert "(.+)"(?: \(#\d+\))?$/.exec(title)?.[1];
	if (named === undefined) return [];
	const wanted = withoutNumber(named);
	const same = older.find((entry) => withoutNumber(entry.title) === wanted);
	return same ? [same] : [];
}

const requestGrammars: readonly RegExp[] = [
	// GitHub, in the body of a revert: Reverts owner/name#12
	/^Reverts \S*#(\d{1,9})$/m,
	// and its branch, in the title of the merge: Merge pull request #13 from owner/revert-12-branch
	/^Merge pull request #\d+ from \S+\/revert-(\d{1,9})-/,
	// GitLab: This reverts merge request !12
	/^This reverts merge request !(\d{1,9})$/m,
];

function withoutNumber(title: string): string {
	return title.replace(/ \(#\d+\)$/, '');
}
