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
	const index = indexOf(log);
	const target = new Map<string, LogEntry>();
	[...log.entries()].reverse().forEach(([place, entry]) => {
		for (const original of findTargets(entry, index)) {
			if (original.place <= place) continue;
			target.set(entry.sha, original.entry);
			undone.set(original.entry.sha, entry);
			const before = target.get(original.entry.sha);
			if (!before) continue;
			undone.delete(before.sha);
			bringsBack.set(entry.sha, before);
		}
	});
	return { revertedBy: undone, bringsBack };
}

interface Placed {
	readonly entry: LogEntry;
	readonly place: number;
}

interface Index {
	readonly byId: readonly Placed[];
	readonly byTitle: ReadonlyMap<string, readonly Placed[]>;
	readonly byRequest: ReadonlyMap<number, Placed>;
}

function indexOf(log: readonly LogEntry[]): Index {
	const placed = log.map((entry, place) => ({ entry, place }));
	const byTitle = new Map<string, Placed[]>();
	for (const one of placed) {
		const title = withoutNumber(one.entry.title);
		byTitle.set(title, [...(byTitle.get(title) ?? []), one]);
	}
	const byRequest = placed.flatMap((one) => {
		const number = pullRequestOf(one.entry.title, one.entry.body);
		return number === undefined ? [] : [[number, one] as const];
	});
	return { byId: placed, byTitle, byRequest: new Map(byRequest) };
}

/** What a message says it takes back; ids are the surest, then the number of a request, then the title. */
function findTargets({ title, body }: LogEntry, index: Index): readonly Placed[] {
	const ids = [...body.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g)].map(([, id = '']) => id);
	const found = ids.flatMap((id) => index.byId.find(({ entry }) => entry.sha.startsWith(id)) ?? []);
	if (found.length > 0) return found;
	const number = requestGrammars.map((grammar) => grammar.exec(`${title}\n${body}`)?.[1]).find(Boolean);
	const request = number === undefined ? undefined : index.byRequest.get(Number(number));
	if (request) return [request];
	const named = /^Revert "(.+)"(?: \(#\d+\))?$/.exec(title)?.[1];
	return named === undefined ? [] : (index.byTitle.get(withoutNumber(named)) ?? []).slice(0, 1);
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
