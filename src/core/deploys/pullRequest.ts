/** The number of the pull or merge request that a commit came with, from what the hosts write into its message. */
export function pullRequestOf(title: string, body: string): number | undefined {
	for (const grammar of inTitle) {
		const match = grammar.exec(title);
		if (match) return Number(match[1]);
	}
	const match = inBody.exec(body);
	return match ? Number(match[1]) : undefined;
}

const inTitle: readonly RegExp[] = [
	// GitHub: Merge pull request #148 from owner/branch
	/^Merge pull request #(\d{1,9}) from /,
	// Bitbucket: Merged in branch (pull request #12)
	/^Merged in \S+ \(pull request #(\d{1,9})\)/,
	// Azure DevOps: Merged PR 12: Title
	/^Merged PR (\d{1,9}): /,
	// squashed by GitHub: Title (#123)
	/\(#(\d{1,9})\)$/,
];

// GitLab: See merge request group/project!12
const inBody = /^See merge request \S*!(\d{1,9})$/m;
