import { findClues } from './clues';
import type { LogEntry } from './log';
import type { Deploy, DeployQuery } from './model';
import { pullRequestOf } from './pullRequest';
import { findReasons, sumWeights } from './reasons';
import { notRehearsed } from './rehearsal';
import { findReverts, type Reverts } from './reverts';
import type { Candidate } from './select';
import { findTraced, noFindings } from './trace';

/** What was read for a list of deploys. */
export interface DeployReading {
	/** The deploy branch, newest first, further back than the candidates. */
	readonly log: readonly LogEntry[];
	readonly candidates: readonly Candidate[];
	/** Candidates with their files; may lack some, which then show none. */
	readonly details: readonly LogEntry[];
}

/** Puts together what the list and the details say. */
export function toDeploys(reading: DeployReading, query: DeployQuery): readonly Deploy[] {
	const { log, candidates } = reading;
	const files = new Map(reading.details.map((entry) => [entry.sha, entry.files]));
	const reverts = findReverts(log);
	const clues = findClues(query.texts ?? []);
	const order = log.map(({ sha }) => sha);
	const trace = query.trace ? findTraced(query.trace, candidates, order) : () => noFindings;
	const standings = findStandings(candidates, reverts, query.onset);
	return candidates.map((candidate) => {
		const { entry, kind } = candidate;
		const facts = toFacts(entry, files.get(entry.sha) ?? []);
		const pullRequest = pullRequestOf(entry.title, entry.body);
		const standing = standings.get(entry.sha);
		const revertedBy = reverts.revertedBy.get(entry.sha);
		const history = { body: entry.body, revertedBy, bringsBack: reverts.bringsBack.get(entry.sha) };
		const traced = trace(candidate, facts.files);
		const reasons = findReasons({ ...facts, ...history, clues, traced }, query.onset);
		return {
			sha: entry.sha,
			kind,
			...facts,
			author: entry.author,
			tags: entry.tags,
			...(pullRequest !== undefined && { pullRequest }),
			...(standing && { standing }),
			...(revertedBy && { revertedBy: revertedBy.sha }),
			rehearsal: notRehearsed,
			reasons,
			score: sumWeights(reasons),
		};
	});
}

function toFacts({ title, committedAt }: LogEntry, counts: LogEntry['files']) {
	return {
		title,
		committedAt,
		files: counts.map((file) => file.path),
		insertions: counts.reduce((sum, file) => sum + file.insertions, 0),
		deletions: counts.reduce((sum, file) => sum + file.deletions, 0),
	};
}

/** What ran when the impact began, and the one before it that was not taken back: where a rollback would go. */
function findStandings(
	candidates: readonly Candidate[],
	{ revertedBy }: Reverts,
	onset: number,
): ReadonlyMap<string, NonNullable<Deploy['standing']>> {
	const [running, ...older] = candidates.filter(({ entry }) => Date.parse(entry.committedAt) <= onset);
	const previous = older.find(({ entry }) => !revertedBy.has(entry.sha));
	return new Map([
		...(running ? [[running.entry.sha, 'running'] as const] : []),
		...(previous ? [[previous.entry.sha, 'previous'] as const] : []),
	]);
}
