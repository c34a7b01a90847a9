import type { MarkedFile } from './marked';
import type { RevertCause } from './revertMessage';
import type { TraceReading } from './trace';
import type { CommitUndo, Undo } from './undo';

/** A deploy as git shows it: a tagged commit, a merge into the deploy branch, or a commit on it. */
export interface Deploy {
	/** Full object id. */
	readonly sha: string;
	readonly kind: 'tag' | 'merge' | 'commit';
	readonly title: string;
	readonly author: string;
	/** ISO 8601 with the committer's offset, such as `2026-11-23T03:04:05+01:00`. */
	readonly committedAt: string;
	readonly tags: readonly string[];
	/** The number of the pull or merge request it came with. */
	readonly pullRequest?: number;
	/** `running`: the newest one at the onset. `previous`: the one before it that has not been taken back. */
	readonly standing?: 'running' | 'previous';
	/** Full id of the later commit that took it back, and still does. */
	readonly revertedBy?: string;
	/** Paths changed against the first parent; none where a shallow clone ends, because nobody can tell. */
	readonly files: readonly string[];
	/** Lines; 0 for binary files, and for contents that are not on this machine (partial clone). */
	readonly insertions: number;
	readonly deletions: number;
	readonly rehearsal: Rehearsal;
	readonly reasons: readonly Reason[];
	/** Sum of the reasons' weights; a lead, not a verdict. */
	readonly score: number;
}

/** What taking the deploy back would meet. `unavailable` until it has been tried. */
export interface Rehearsal {
	/** `empty`: nothing of it is left to undo. `needs-parent`: a merge, and it is not said which side to go back to. */
	readonly result: 'clean' | 'conflicts' | 'empty' | 'needs-parent' | 'unavailable';
	readonly conflicts: readonly string[];
	/** One sentence when it is `needs-parent` or `unavailable`. */
	readonly why?: string;
	/** What to know before it is done, in words. */
	readonly notes: readonly RehearsalNote[];
}

export interface RehearsalNote {
	readonly code:
		| 'same-lines'
		| 'later-changes'
		| 'migration-no-way-down'
		| 'migration-drops-data'
		| 'migration'
		| 'lock-files'
		| 'merge-again';
	readonly text: string;
}

/** Why a deploy is suspected, in words a person can check. */
export interface Reason {
	/** Stable, kebab-case. */
	readonly code: string;
	readonly text: string;
	readonly weight: number;
}

/** One changed file of a commit, against its first parent. Ids are blob ids; `undefined` = absent on that side, or a submodule. */
export interface ChangedFile {
	readonly path: string;
	readonly status: 'added' | 'deleted' | 'modified' | 'type-changed';
	readonly before: string | undefined;
	readonly after: string | undefined;
}

export interface DeployQuery {
	readonly limit: number;
	/** When the impact began, milliseconds since 1970. */
	readonly onset: number;
	/** How many of the newest come with their files and line counts, which are dear; all, unless it is said. */
	readonly detailed?: number | undefined;
	/** Which tags are deploys, with `*` for anything: `v*`. All, unless it is said. */
	readonly tagPattern?: string | undefined;
	/** Which titles of commits are deploys, likewise: `Deploy *`. The usual ones, unless it is said. */
	readonly messagePattern?: string | undefined;
	/** Full ids of commits that people recorded as deploys. */
	readonly recorded?: ReadonlySet<string> | undefined;
	/** Texts of the incident that may name what is affected. */
	readonly texts?: readonly string[] | undefined;
	readonly trace?: TraceReading | undefined;
	readonly signal?: AbortSignal | undefined;
}

export interface RevertPlan {
	readonly undo: Undo;
	readonly cause: RevertCause;
}

/** All ids are full object ids. */
export interface RevertBranch {
	/** `revert/<incident>-<commit>`, without `refs/heads/`. */
	readonly name: string;
	readonly commit: string;
	/** The tip of the deploy branch, the commit's only parent. */
	readonly onto: string;
	readonly tree: string;
}

/** One way to push a branch. It is shown as it stands, and only run after that. */
export interface PushPlan {
	/** Name of the remote. */
	readonly remote: string;
	/** Absolute path of git. */
	readonly program: string;
	readonly args: readonly string[];
}

/** Port to one git repository. Every method rejects with a `UserError` when git cannot answer. */
export interface DeployHistory {
	/** Newest first. */
	deploys(query: DeployQuery): Promise<readonly Deploy[]>;
	/** Finds the files a pasted stack trace names in the deploy that ran at `onset`, and who wrote their lines. */
	readTrace(text: string, onset: number, signal?: AbortSignal): Promise<TraceReading>;
	/**
	 * Tries to take back each of these commits of the deploy branch by itself, beside the repository: nothing in it
	 * changes. Gives the results part by part, by full id; aborting the signal ends git.
	 */
	rehearse(shas: readonly string[], signal?: AbortSignal): AsyncIterable<ReadonlyMap<string, Rehearsal>>;
	/**
	 * Makes a new branch with one commit on top of the deploy branch that takes something back. Index, work tree and
	 * every other ref stay as they are; nothing is pushed. Refuses with the files where it conflicts, and when the
	 * branch exists.
	 */
	makeRevertBranch(plan: RevertPlan, signal?: AbortSignal): Promise<RevertBranch>;
	/** The commit that an id, a tag or a branch names; rejects with a `UserError` when there is none. */
	resolve(name: string): Promise<Pick<Deploy, 'sha' | 'title'>>;
	/** How the branch would be pushed as it was made, to each remote; none without one. Sends nothing. */
	pushes(branch: Pick<RevertBranch, 'name' | 'commit'>): Promise<readonly PushPlan[]>;
	/** The tag, else the deploy branch, that holds a commit: its short name; `undefined` while there is none. */
	carrierOf(commit: string): Promise<string | undefined>;
	/** What the files would be like if a commit that conflicts was taken back; none when it does not. Writes nothing. */
	conflicts(undo: CommitUndo): Promise<readonly MarkedFile[]>;
	changes(sha: string): Promise<readonly ChangedFile[]>;
	/** What differs from one commit to another; to the tip of the deploy branch, unless it is said. */
	changesBetween(before: string, after: string | undefined): Promise<readonly ChangedFile[]>;
	/** Content of a blob by its full object id; `undefined` when it is binary or larger than 1 MB. */
	blobText(oid: string): Promise<string | undefined>;
}
