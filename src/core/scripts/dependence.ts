/** Ways a line of shell gives a name its value. The name is in one of the groups. */
const settings: readonly RegExp[] = [
	/(?:^|[\s;&|({])(?:export\s+|declare\s+(?:-\w+\s+)*|local\s+|readonly\s+|typeset\s+(?:-\w+\s+)*)?([A-Za-z_]\w*)\+?=/g,
	/\b(?:for|select)\s+([A-Za-z_]\w*)\b/g,
	/\bgetopts\s+\S+\s+([A-Za-z_]\w*)/g,
	/\bprintf\s+-v\s+([A-Za-z_]\w*)/g,
];
/** `read`, `mapfile` and `readarray` set every name behind their options. */
const reading = /\b(?:read|mapfile|readarray)\s+([^;&|<\n]*)/g;

/** Commands whose effect is on the shell that runs the next line, wherever they stand in a list. */
const shellSetup =
	/(?:^|[;&|({\n]|\b(?:then|do|else)\s)\s*(?:(?:cd|pushd|popd|export|set|source|alias|unset|ulimit|umask|trap|shopt|eval|exec|conda|nvm|pyenv|workon)\b|\.\s|(?:function\s+)?[A-Za-z_][\w-]*\s*\(\)|function\s)/;

/** Programs that open a session in which the next line would run: without a command of their own to run in it. */
const sessions: readonly RegExp[] = [
	/(?:^|[;&|\n])\s*(?:sudo\s+)?ssh\s+(?:-\S+\s+(?:[^-\s]\S*\s+)?)*\S+\s*(?:#.*)?$/,
	/(?:^|[;&|\n])\s*(?:sudo\s+)?(?:docker|podman|kubectl|oc)\s.*\bexec\b.*\s(?:-\w*t\w*|--tty)\b.*?(?:\b(?:ba|z|da)?sh)\s*(?:#.*)?$/,
	/(?:^|[;&|\n])\s*(?:sudo\s+(?:su|-i|-s)|su)(?:\s+-?\s*\w*)?\s*(?:#.*)?$/,
	/(?:^|[;&|\n])\s*(?:sudo\s+(?:-u\s+\S+\s+)?)?(?:psql|mysql|mongo|mongosh|redis-cli|sqlite3)(?:\s+-[^cef\s]\S*(?:\s+[^-\s]\S*)?|\s+[^-\s]\S*)*\s*(?:#.*)?$/,
];

/**
 * Whether a later part of a block needs what an earlier one did to the shell: its folder, options or functions, a
 * variable it set, or a session it opened. Such parts must never run apart: `rm -rf "$DIR"/old` without its `DIR` is
 * `rm -rf /old`. Errs towards yes.
 */
export function partsDepend(parts: readonly (readonly string[])[]): boolean {
	const names = new Set<string>();
	for (const [index, commands] of parts.entries()) {
		const text = commands.join('\n');
		if (names.size > 0 && usesOneOf(text, names)) return true;
		if (index === parts.length - 1) return false;
		if (
			shellSetup.test(text) ||
			sessions.some((pattern) => commands.some((command) => pattern.test(command)))
		)
			return true;
		for (const name of namesSetIn(text)) names.add(name);
	}
	return false;
}

/** Spares most texts the search. */
const maySetName = /=|\b(?:for|select|getopts|printf|read|mapfile|readarray)\b/;

/** Names of the variables a shell text gives a value. */
export function namesSetIn(text: string): readonly string[] {
	if (!maySetName.test(text)) return [];
	const single = settings.flatMap((pattern) =>
		[...text.matchAll(pattern)].flatMap((match) => match[1] ?? []),
	);
	const several = [...text.matchAll(reading)].flatMap(
		(match) => (match[1] ?? '').match(/\b[A-Za-z_]\w*\b/g) ?? [],
	);
	return [...single, ...several];
}

function usesOneOf(text: string, names: ReadonlySet<string>): boolean {
	const uses = text.matchAll(/\$\{?[!#]?([A-Za-z_]\w*)|\(\(([^()]*)\)\)/g);
	for (const [, name, arithmetic] of uses) {
		if (name !== undefined && names.has(name)) return true;
		if (arithmetic !== undefined && (arithmetic.match(/[A-Za-z_]\w*/g) ?? []).some((word) => names.has(word)))
			return true;
	}
	return false;
}
