// The part of the desktop program's command line that means something to a headless host.

const valueOptions = {
	extensionDevelopmentPath: 'developmentPath',
	extensionTestsPath: 'testsPath',
	'user-data-dir': 'userDataDir',
	'extensions-dir': 'extensionsDir',
};
const flagOptions = {
	'disable-workspace-trust': 'trusted',
	'disable-extensions': 'disableExtensions',
};

/** Takes `--name=value` and `--name value`. Options about windows, GPUs and updates do not apply and are skipped. */
export function parseCommandLine(argv) {
	const options = {};
	for (let index = 0; index < argv.length; index++) {
		const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(argv[index]) ?? [];
		if (name === undefined) options.target ??= argv[index];
		else if (name in flagOptions) options[flagOptions[name]] = true;
		else if (name in valueOptions) options[valueOptions[name]] = inline ?? argv[++index];
	}
	return options;
}
