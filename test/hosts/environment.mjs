// The environment for processes we start. When the tests run from a VS Code terminal or from a git hook, the variables
// of those must not leak: they would point our VS Code at the outer one, and our git at the outer repository.

// VSCODE_HOST is our own switch.
const foreign = /^(VSCODE_(?!HOST$)|ELECTRON_|GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY)$)/;

export function cleanEnvironment(additions = {}) {
	const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return { ...Object.fromEntries(own), ...additions };
}

/** For programs whose libraries read the environment themselves. */
export function cleanOwnEnvironment() {
	for (const name of Object.keys(process.env)) if (foreign.test(name)) delete process.env[name];
}
