// The code under test as the product ships it: bundled by esbuild, not transpiled file by file while it is timed.
import { build } from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { inRepo } from '../scripts/paths.mjs';

const parserEntry = `
	export { parseRunbook } from './src/core/runbook/parse';
	export { readBlocks } from './src/core/runbook/blocks';
	export { cutFrontMatter } from './src/core/runbook/metadata';
	export { hostileText } from './test/support/hostileText';
	export { readCorpus } from './test/support/corpus';
	export { mdastTasks, ourTasks, parseMdast, variantsOf } from './test/support/mdastTasks';
`;

const recordEntry = `
	export { Incidents } from './src/app/incidents';
	export { foldIncident } from './src/core/incident/fold';
	export { decodeLines, encodeLine } from './src/core/incident/line';
	export { randomIds, systemClock } from './src/node/identity';
	export { FileRecordStore } from './src/node/recordStore';
`;

const gitEntry = `
	export { detailArguments, listArguments, parseLog } from './src/core/deploys/log';
	export { openDeployHistory } from './src/node/git/git';
	export { gitEnvironment, hardeningArguments } from './src/node/git/hardening';
	export { tryUndos } from './src/node/git/rehearse';
	export { readRepository } from './src/node/git/repository';
	export { readGit } from './src/node/git/run';
	export { decodeText } from './src/node/git/text';
	export { madeHistory } from './test/support/madeHistory';
	export { realRevert } from './test/support/realRevert';
`;

/** Builds and loads the parser with what it is measured against. */
export const loadParser = () => loadBundle(parserEntry);

/** The record: on disk, in memory, and folded. */
export const loadRecord = () => loadBundle(recordEntry);

/** What reads git, and what it is compared with. */
export const loadGit = () => loadBundle(gitEntry);

async function loadBundle(contents) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'runbook-bench-'));
	const outfile = path.join(folder, 'bundle.cjs');
	await build({
		stdin: { contents, resolveDir: inRepo(), loader: 'ts' },
		outfile,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		logLevel: 'warning',
	});
	try {
		return createRequire(import.meta.url)(outfile);
	} finally {
		fs.rmSync(folder, { recursive: true });
	}
}
