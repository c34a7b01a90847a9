/**
 * A repository can name programs in its configuration. We only read objects and refs, so none of them has any
 * business here: no hook, pager, helper or driver, and no network (a partial clone would fetch behind our back).
 */
export const hardeningArguments: readonly string[] = [
	'--no-pager',
	'--no-optional-locks',
	...[
		'core.fsmonitor=false',
		'core.hooksPath=/dev/null',
		'core.pager=cat',
		'core.editor=true',
		'sequence.editor=true',
		'core.askPass=',
		'core.gitProxy=',
		'core.alternateRefsCommand=',
		'log.showSignature=false',
		'log.showRoot=true',
		'gpg.program=false',
		'commit.gpgSign=false',
		'diff.external=',
		'protocol.allow=never',
		'submodule.recurse=false',
		'gc.auto=0',
		'maintenance.auto=false',
	].flatMap((setting) => ['-c', setting]),
];

/** The environment for git: ours without what steers git elsewhere (`GIT_DIR`, `GIT_EXTERNAL_DIFF`, `PAGER` …). */
export function gitEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
	const kept = Object.entries(own).flatMap(([name, value]) =>
		value !== undefined && isKept(name) ? [[name, value] as const] : [],
	);
	return { ...Object.fromEntries(kept), ...fixed };
}

// C: the texts of errors are matched, so they must not be translated.
const fixed = {
	LC_ALL: 'C',
	LANGUAGE: '',
	GIT_TERMINAL_PROMPT: '0',
	GIT_ALLOW_PROTOCOL: 'none',
	GIT_NO_LAZY_FETCH: '1',
	GIT_OPTIONAL_LOCKS: '0',
	GIT_PAGER: 'cat',
	SSH_ASKPASS_REQUIRE: 'never',
} as const;

function isKept(name: string): boolean {
	if (keptNames.test(name)) return true;
	return !droppedNames.test(name);
}

// The user's own configuration (containers set safe.directory this way) and name, and where a portable git has its parts.
const keptNames =
	/^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|EXEC_PATH|CEILING_DIRECTORIES|(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL))$/;
const droppedNames = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|PREFIX|SSH_ASKPASS)$/i;

/** simple-git guards against arguments and variables from strangers; all of ours are written above. */
export const permissions = {
	allowUnsafeAlias: true,
	allowUnsafeAskPass: true,
	allowUnsafeCommandBinaries: true,
	allowUnsafeConfigEnvCount: true,
	allowUnsafeConfigPaths: true,
	allowUnsafeCredentialHelper: true,
	allowUnsafeCustomBinary: true,
	allowUnsafeDiffExternal: true,
	allowUnsafeDiffTextConv: true,
	allowUnsafeEditor: true,
	allowUnsafeExec: true,
	allowUnsafeFilter: true,
	allowUnsafeFsMonitor: true,
	allowUnsafeGitProxy: true,
	allowUnsafeGpgProgram: true,
	allowUnsafeHooksPath: true,
	allowUnsafeInclude: true,
	allowUnsafeMergeDriver: true,
	allowUnsafePack: true,
	allowUnsafePager: true,
	allowUnsafeProtocolOverride: true,
	allowUnsafeSshCommand: true,
	allowUnsafeSubmodule: true,
	allowUnsafeTemplateDir: true,
	allowUnsafeUrlRewrite: true,
} as const;
