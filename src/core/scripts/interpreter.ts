/** Language of a fence -> the program that is given the script's file, with arguments that go before the file. */
const interpreters: ReadonlyMap<string, readonly [program: string, ...leading: string[]]> = new Map([
	['sh', ['bash']],
	['bash', ['bash']],
	['shell', ['bash']],
	['dash', ['dash']],
	['zsh', ['zsh']],
	['ksh', ['ksh']],
	['fish', ['fish']],
	['python', ['python3']],
	['python3', ['python3']],
	['py', ['python3']],
	['node', ['node']],
	['javascript', ['node']],
	['js', ['node']],
	['ruby', ['ruby']],
	['rb', ['ruby']],
	['perl', ['perl']],
	['powershell', ['pwsh', '-NoProfile', '-File']],
	['pwsh', ['pwsh', '-NoProfile', '-File']],
	['ps1', ['pwsh', '-NoProfile', '-File']],
]);

/** The command that runs a script's file: program and arguments, the file last. */
export function interpreterFor(language: string): readonly [program: string, ...leading: string[]] {
	return interpreters.get(language) ?? ['bash'];
}
