/** The exact versions of everything a program is built with: after going back they must be installed anew. */
export function isLockFile(path: string): boolean {
	return lockFiles.test(path);
}

const lockFiles =
	/(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|composer\.lock|gemfile\.lock|pipfile\.lock|(?:poetry|uv|pdm)\.lock|cargo\.lock|go\.sum|mix\.lock|pubspec\.lock|podfile\.lock|packages\.lock\.json|gradle\.lockfile|flake\.lock|\.terraform\.lock\.hcl)$/i;
