// What every command line script here shares: one sentence per error, no stack trace.
import { pathToFileURL } from 'node:url';

/** An error a person can act on. Anything else is a bug and keeps its stack. */
export class UserError extends Error {}

/** Is this module the program, and not an import of another script? */
export const isMain = (moduleUrl) => moduleUrl === pathToFileURL(process.argv[1] ?? '').href;

export async function runMain(main) {
	try {
		await main();
	} catch (error) {
		console.error(error instanceof UserError ? error.message : error);
		process.exitCode = 1;
	}
}

/** Splits arguments into `--name value` / `--flag` options and the rest; an unknown option is the user's mistake. */
export function parseArguments(argv, { values = [], flags = [] } = {}) {
	const options = {};
	const positional = [];
	for (let index = 0; index < argv.length; index++) {
		const argument = argv[index];
		const name = argument.replace(/^--/, '');
		if (!argument.startsWith('--')) positional.push(argument);
		else if (flags.includes(name)) options[name] = true;
		else if (values.includes(name)) options[name] = valueAfter(argv, index++);
		else throw new UserError(`Unknown option ${argument}.`);
	}
	return { options, positional };
}

function valueAfter(argv, index) {
	const value = argv[index + 1];
	if (value === undefined || value.startsWith('--')) throw new UserError(`${argv[index]} needs a value.`);
	return value;
}
