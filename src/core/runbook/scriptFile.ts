import type { RunbookContext, Script } from './model';

/** The first word of a command that is a script's path: `./x`, `scripts/y.sh`, `rollback.py`. */
const scriptPath =
	/(?:^|[\s;&|])((?:\.{1,2}\/)?(?:[\w@-][\w.@-]*\/)*[\w@-][\w.@-]*\.(?:sh|bash|zsh|py|js|mjs|cjs|ts|rb|pl|ps1|php)|\.{1,2}\/[\w./@-]+)(?=$|[\s;&|)"'])/;

/** Which file in the repository a script's commands start, and whether it is missing. */
export function findScriptFile(
	commands: readonly string[],
	context: RunbookContext,
): Pick<Script, 'file' | 'missing'> {
	const named = commands.map((command) => scriptPath.exec(command)?.[1]).find((path) => path !== undefined);
	if (named === undefined) return { file: undefined, missing: undefined };
	if (!context.findScript) return { file: named, missing: undefined };
	const found = context.findScript(named);
	return { file: found ?? named, missing: found === undefined };
}
