import { commandLine } from './preview';

/**
 * A program for sh(1) that runs the command in a terminal of its own and keeps a copy of what it prints in a file,
 * where script(1) of util-linux is; elsewhere it runs without the copy. Its exit code is the command's in any case, 128
 * plus the number for a signal: VS Code reports 0 for a task that a signal has ended.
 * Arguments: the file, the command as one line, then the command word by word.
 */
const program = [
	'copy=$1 line=$2; shift 2; trap : INT QUIT',
	'case $(script --version 2>/dev/null) in',
	'*util-linux*) SHELL=/bin/sh script -qefc "$line" "$copy";;',
	'*) "$@";;',
	'esac',
	'exit $?',
].join('\n');

/** The arguments for sh(1) that run a command and copy its output into a file. `shell` is what SHELL is without it. */
export function copyingCommand(
	command: readonly string[],
	copy: string,
	shell: string | undefined,
): readonly string[] {
	const restored = shell === undefined ? ['-u', 'SHELL'] : [`SHELL=${shell}`];
	const line = `exec ${commandLine(['env', ...restored, ...command])}`;
	return ['-c', program, 'run', copy, line, ...command];
}

/** What script(1) copied, without the lines it puts around it itself. */
export function copiedOutput(copy: string): string {
	return copy.replace(/^Script started on [^\n]*\n/, '').replace(/\r?\nScript done on [^\n]*\n?$/, '');
}
