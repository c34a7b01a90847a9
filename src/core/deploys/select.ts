import type { LogEntry } from './log';
import type { Deploy } from './model';

export interface Candidate {
	readonly entry: LogEntry;
	readonly kind: Deploy['kind'];
}

/** No list looks further back than this many commits. */
export const deepest = 5000;

/** How many commits to look at, so that `limit` deploys are found even when most commits are not deployed alone. */
export function logDepth(limit: number): number {
	return Math.min(Math.max(limit * 20, 200), deepest);
}

/**
 * The deploys of a log that runs from new to old: what is tagged, merged into the deploy branch, or calls itself a
 * release. A log with none of these belongs to a team that deploys every commit, so every commit is one.
 */
export function selectDeploys(log: readonly LogEntry[], limit: number): readonly Candidate[] {
	const marked = log.filter(isMarked);
	const chosen = marked.length > 0 ? marked : log;
	return chosen.slice(0, Math.max(0, limit)).map((entry) => ({ entry, kind: toKind(entry) }));
}

function isMarked(entry: LogEntry): boolean {
	return toKind(entry) !== 'commit' || isReleaseTitle(entry.title);
}

function toKind(entry: LogEntry): Deploy['kind'] {
	if (entry.tags.length > 0) return 'tag';
	return entry.parents.length > 1 ? 'merge' : 'commit';
}

/** Says that this is a release or a deploy, not that it changes how one is made ("Fix deploy script"). */
export function isReleaseTitle(title: string): boolean {
	return releaseTitles.some((pattern) => pattern.test(title));
}

const releaseTitles: readonly RegExp[] = [
	// v1.2.3, 2026.11.2, "1.4.0 (#12)"
	/^v?\d+\.\d+(?:\.\d+)*(?:[-+.][\w.+-]+)?(?:\s*\(#\d+\))?$/i,
	// [deploy] …, [release]
	/^\[(?:deploy|release)\]/i,
	// chore(release): 1.2.3, release: …, build(deploy): …
	/^\w+\((?:release|deploy|deployment)\)!?:/i,
	/^(?:release|deploy|hotfix)!?:/i,
	// Release 1.2, Release version 3, Release v2-rc, Prepare release 1.2, Version 1.2, Publish v3, Bump version to 1.2
	/^(?:prepare |cut )?(?:release|version|publish)\s+(?:version\s+)?v?\d/i,
	/^bump (?:the )?version\b/i,
	// Deploy to production, Deploy api 4f2a to prod, Promote staging to production, Roll out 7
	/^(?:deploy|promote|ship|release|roll ?out)\b.*\bto (?:prod|production|live|staging|canary)\b/i,
	/^(?:deploy|roll ?out)(?:ed|ing)?\s+(?:v?\d|#\d|[0-9a-f]{7,40}\b)/i,
];
