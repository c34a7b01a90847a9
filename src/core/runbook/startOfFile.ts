/** What runs a script file, by the end of its name; `pl` and `rb` as their own interpreters name them. */
const programs: readonly (readonly [file: RegExp, program: string])[] = [
	[/\.(?:sh|bash)$/, 'bash'],
	[/\.zsh$/, 'zsh'],
	[/\.py$/, 'python3'],
	[/\.(?:js|mjs|cjs)$/, 'node'],
	[/\.rb$/, 'ruby'],
	[/\.pl$/, 'perl'],
	[/\.ps1$/, 'pwsh -NoProfile -File'],
];

/** A path without white space or anything that a shell would read as something else. */
const filePath = /^(?:\.{0,2}\/)?(?:[\w@-][\w@.-]*\/)*[\w@-][\w@.-]*$/;
/** Where programs lie that people start; elsewhere only a shell script is surely one. */
const startable = /\.(?:sh|bash|zsh|ps1)$|(?:^|\/)(?:scripts?|bin|tools?|ops|runbooks?)\//;

/**
 * The command that runs a script file which an item only names: `bash scripts/rollback.sh`. `isCalled` says whether
 * the item tells to run it; `Update scripts/rollback.sh` does not. `undefined` for all that is no script file.
 */
export function startOfFile(path: string, isCalled: boolean): string | undefined {
	if (!isCalled || !filePath.test(path) || !startable.test(path)) return undefined;
	const program = programs.find(([file]) => file.test(path))?.[1];
	return program && `${program} ${path}`;
}
