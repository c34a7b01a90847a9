/** Fence languages whose text is read as POSIX shell, with what bash, zsh and ksh add. */
const posixShells: ReadonlySet<string> = new Set(['sh', 'bash', 'shell', 'zsh', 'ksh', 'dash']);

export function isPosixShell(language: string): boolean {
	return posixShells.has(language);
}

/** Variables that a shell sets by itself. */
const ownVariables: ReadonlySet<string> = new Set(
	`_ BASH BASHPID BASH_ARGV0 BASH_COMMAND BASH_REMATCH BASH_SOURCE BASH_SUBSHELL BASH_VERSION BASH_VERSINFO COLUMNS
	DIRSTACK EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD HOME HOSTNAME HOSTTYPE IFS LANG LINENO LINES
	LOGNAME MACHTYPE OLDPWD OPTARG OPTERR OPTIND OSTYPE PATH PIPESTATUS PPID PS1 PS2 PS3 PS4 PWD RANDOM REPLY SECONDS
	SHELL SHELLOPTS SHLVL SRANDOM TERM TMPDIR UID USER ZSH_NAME ZSH_VERSION funcstack pipestatus status argv match
	MATCH`.split(/\s+/),
);

export function isSetByShell(name: string): boolean {
	return ownVariables.has(name);
}
