import type { LogEntry } from './log';
import type { Deploy } from './model';
import { notRehearsed } from './rehearsal';
import { findReasons, sumWeights } from './reasons';
import type { Candidate } from './select';

/** Puts together what the list and the details say; `details` may lack commits, which then show no files. */
export function toDeploys(
	candidates: readonly Candidate[],
	details: readonly LogEntry[],
	onset: number,
): readonly Deploy[] {
	const files = new Map(details.map((entry) => [entry.sha, entry.files]));
	return candidates.map((candidate) => toDeploy(candidate, files.get(candidate.entry.sha) ?? [], onset));
}

function toDeploy({ entry, kind }: Candidate, counts: LogEntry['files'], onset: number): Deploy {
	const facts = {
		title: entry.title,
		committedAt: entry.committedAt,
		files: counts.map((file) => file.path),
		insertions: counts.reduce((sum, file) => sum + file.insertions, 0),
		deletions: counts.reduce((sum, file) => sum + file.deletions, 0),
	};
	const reasons = findReasons({ ...facts, body: entry.body }, onset);
	return {
		sha: entry.sha,
		kind,
		...facts,
		author: entry.author,
		tags: entry.tags,
		rehearsal: notRehearsed,
		reasons,
		score: sumWeights(reasons),
	};
}
