/** What the hosts write for a merge -> what a person calls it. */
const merges: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
	// GitHub: Merge pull request #148 from owner/branch
	[/^Merge pull request #(\d+) from [^\s/]+\/(\S+)/, (match) => `#${match[1] ?? ''} ${match[2] ?? ''}`],
	// Bitbucket: Merged in branch (pull request #12)
	[/^Merged in (\S+) \(pull request #(\d+)\)/, (match) => `#${match[2] ?? ''} ${match[1] ?? ''}`],
	// git and GitLab: Merge branch 'branch' into 'main'
	[/^Merge (?:remote-tracking )?branch '([^']+)'/, (match) => match[1] ?? ''],
];

/** The subject of a commit, short: `#148 right-size-pool` for a host's merge, else the subject itself. */
export function shortTitle(title: string): string {
	for (const [grammar, make] of merges) {
		const match = grammar.exec(title);
		if (match) return make(match);
	}
	return title;
}
