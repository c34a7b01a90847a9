import { findClues, type Clues } from './clues';
import type { LogEntry } from './log';
import type { Deploy, DeployQuery } from './model';
import { pullRequestOf } from './pullRequest';
import { findReasons, sumWeights, type DeployFacts } from './reasons';
import { notRehearsed } from './rehearsal';
import { findReverts, type Reverts } from './reverts';
import type { Candidate } from './select';
import { findTraced } from './trace';

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
	const order = log.map(({ sha }) => sha);
	const context: Context = {
		onset: query.onset,
		reverts: findReverts(log),
		clues: query.texts && findClues(query.texts),
		findings: query.trace && findTraced(query.trace, candidates, order),
	};
	const standings = findStandings(candidates, context.reverts, query.onset);
	return candidates.map((candidate) => {
		const deploy = toDeploy(candidate, files.get(candidate.entry.sha) ?? [], context);
		const standing = standings.get(deploy.sha);
		return standing ? { ...deploy, standing } : deploy;
	});
}

/** What is the same for all. */
interface Context {
	readonly onset: number;
	readonly reverts: Reverts;
	readonly clues: Clues | undefined;
	readonly findings: ReturnType<typeof findTraced> | undefined;
}

function toDeploy(candidate: Candidate, counts: LogEntry['files'], context: Context): Deploy {
	const { entry, kind } = candidate;
	const files = counts.map((file) => file.path);
	const insertions = counts.reduce((sum, file) => sum + file.insertions, 0);
	const deletions = counts.reduce((sum, file) => sum + file.deletions, 0);
	const revertedBy = context.reverts.revertedBy.get(entry.sha);
	const facts: DeployFacts = {
		title: entry.title,
		body: entry.body,
		committedAt: entry.committedAt,
		files,
		insertions,
		deletions,
		revertedBy,
		bringsBack: context.reverts.bringsBack.get(entry.sha),
		clues: context.clues,
		traced: context.findings?.(candidate, files),
	};
	const reasons = findReasons(facts, context.onset);
	const pullRequest = pullRequestOf(entry.title, entry.body);
	return {
		sha: entry.sha,
		kind,
		title: entry.title,
		committedAt: entry.committedAt,
		files,
		insertions,
		deletions,
		author: entry.author,
		tags: entry.tags,
		rehearsal: notRehearsed,
		reasons,
		score: sumWeights(reasons),
		...(pullRequest !== undefined && { pullRequest }),
		...(revertedBy && { revertedBy: revertedBy.sha }),
	};
}

/** What ran when the impact began, and the one before it that was not taken back: where a rollback would go. */
function findStandings(
	candidates: readonly Candidate[],
	{ revertedBy }: Reverts,
	onset: number,
): ReadonlyMap<string, NonNullable<Deploy['standing']>> {
	const isBefore = ({ entry }: Candidate): boolean => Date.parse(entry.committedAt) <= onset;
	const at = candidates.findIndex(isBefore);
	const running = candidates[at];
	const previous =
		running &&
		candidates.find(
			(candidate, index) => index > at && !revertedBy.has(candidate.entry.sha) && isBefore(candidate),
		);
	return new Map([
		...(running ? [[running.entry.sha, 'running'] as const] : []),
		...(previous ? [[previous.entry.sha, 'previous'] as const] : []),
	]);
}
