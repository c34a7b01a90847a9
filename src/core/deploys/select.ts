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

/** How many to look at first: where every commit is a merge, or most are, there is no need to go further. */
export function firstDepth(limit: number): number {
	return Math.min(Math.max(limit, 200), deepest);
}

/** Whether a log holds as many marked commits as were asked for, so that looking further back would find no newer. */
export function isEnough(log: readonly LogEntry[], limit: number, patterns: DeployPatterns = {}): boolean {
	return log.filter(isMarked(patterns)).length >= limit;
}

/**
 * The deploys of a log that runs from new to old: what is tagged, merged into the deploy branch, or calls itself a
 * release. A log with none of these belongs to a team that deploys every commit, so every commit is one.
 */
export function selectDeploys(
	log: readonly LogEntry[],
	limit: number,
	patterns: DeployPatterns = {},
): readonly Candidate[] {
	const matches = toMatcher(patterns.tagPattern);
	const marked = log.filter(isMarked(patterns));
	const chosen = marked.length > 0 ? marked : log;
	return chosen.slice(0, Math.max(0, limit)).map((entry) => ({ entry, kind: toKind(entry, matches) }));
}

/** Which tags and which titles of commits are deploys, with `*` for anything; all tags and the usual titles without. */
export interface DeployPatterns {
	readonly tagPattern?: string | undefined;
	readonly messagePattern?: string | undefined;
	/** Full ids of commits that are deploys whatever they look like. */
	readonly recorded?: ReadonlySet<string> | undefined;
}

type Matcher = (text: string) => boolean;

/** Grammar: `*` is any text, all else is itself. Linear, whatever the pattern. */
function toMatcher(pattern: string | undefined): Matcher {
	if (pattern === undefined) return () => true;
	const [first = '', ...rest] = pattern.split('*');
	const last = rest.pop();
	if (last === undefined) return (tag) => tag === pattern;
	return (tag) => {
		if (!tag.startsWith(first)) return false;
		let at = first.length;
		for (const part of rest) {
			const found = tag.indexOf(part, at);
			if (found < 0) return false;
			at = found + part.length;
		}
		return tag.endsWith(last) && tag.length - last.length >= at;
	};
}

function isMarked({ tagPattern, messagePattern, recorded }: DeployPatterns): (entry: LogEntry) => boolean {
	const matches = toMatcher(tagPattern);
	const isDeploy = messagePattern === undefined ? isReleaseTitle : toMatcher(messagePattern);
	return (entry) =>
		toKind(entry, matches) !== 'commit' || isDeploy(entry.title) || (recorded?.has(entry.sha) ?? false);
}

function toKind(entry: LogEntry, matches: Matcher): Deploy['kind'] {
	if (entry.tags.some(matches)) return 'tag';
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
