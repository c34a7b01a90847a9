import path from 'node:path';
import { existsSync } from 'node:fs';
import { Incidents } from '../app/incidents';
import { printable } from '../core/printable';
import { isUserError } from '../core/userError';
import { commandLineWriter, personName, randomIds, sha256, systemClock } from '../node/identity';
import { repositoryRoot } from '../node/gitDir';
import { scriptSearch } from '../node/scriptSearch';
import { findRecordLocation } from '../node/recordLocation';
import { FileRecordStore } from '../node/recordStore';
import { DiskFiles } from '../node/workspaceFiles';
import { parseArguments, UsageError } from './args';
import { lintTargets } from './lintPaths';
import { helpText, verbHelp } from './help';
import { verbs } from './verbs';
import type { CliContext } from './verb';

/** Exit codes: 0 done, 1 findings or refused, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
	const [name = '--help', ...rest] = argv;
	if (name === '--help' || name === 'help') {
		process.stdout.write(helpText(verbs));
		return 0;
	}
	const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
	try {
		if (!verb) throw new UsageError(`There is no verb “${name}”.`);
		const args = parseArguments(rest, verb);
		if (args.flag('help')) {
			process.stdout.write(verbHelp(name, verb));
			return 0;
		}
		return await verb.run(args, createContext(process.cwd(), args.flag('json')));
	} catch (error) {
		return report(error, verb ? `runbook-response ${name} --help` : 'runbook-response --help');
	}
}

function createContext(folder: string, json: boolean): CliContext {
	const files = new DiskFiles(folder);
	const loadParser = async (): ReturnType<CliContext['reader']['loadParser']> => {
		const { parseRunbook } = await import('../core/runbook/parse');
		return (text, file) => {
			const base = path.dirname(path.resolve(folder, file));
			return parseRunbook(text, {
				exists: (target) => existsSync(path.resolve(base, target)),
				findScript: scriptSearch(repositoryRoot(base) ?? folder, base),
			});
		};
	};
	return {
		folder,
		clock: systemClock,
		files,
		reader: { files, sha256, loadParser },
		openIncidents: () => openIncidents(folder),
		remoteAddress: async () => (await import('../node/git/git')).readRemoteAddress(folder),
		lintTargets: (paths) => lintTargets(folder, paths),
		lint: async (request) => (await import('../app/lint')).lintText(request),
		warn: complain,
		print(value, lines) {
			if (json) process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
			else if (lines.length > 0) process.stdout.write(`${printable(lines.join('\n'))}\n`);
		},
	};
}

async function openIncidents(folder: string): Promise<Incidents> {
	const { file, writer } = commandLineWriter();
	const log = { info: ignore, warn: complain, error: complain };
	const store = new FileRecordStore(await findRecordLocation(folder), file, log);
	const ports = { store, clock: systemClock, ids: randomIds, log };
	const incidents = new Incidents(ports, { by: await personName(folder), writer });
	await incidents.reload();
	return incidents;
}

function ignore(): void {
	// Progress is no business of a script that calls us.
}

function complain(message: string): void {
	process.stderr.write(`${printable(message)}\n`);
}

function report(error: unknown, help: string): 1 | 2 {
	if (error instanceof UsageError) {
		complain(`${error.message} Try: ${help}`);
		return 2;
	}
	if (isUserError(error)) complain(error.message);
	else complain(`Unexpected failure: ${error instanceof Error ? error.message : String(error)}`);
	return 1;
}

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});
