/** Folders of dependencies and build output: whatever is searched for, it is not in there. */
export const skippedFolders: readonly string[] = [
	'node_modules',
	'vendor',
	'third_party',
	'dist',
	'build',
	'target',
	'out',
];
