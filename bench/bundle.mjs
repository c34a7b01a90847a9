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

/** Builds and loads the parser with what it is measured against. */
export const loadParser = () => loadBundle(parserEntry);

/** The record: on disk, in memory, and folded. */
export const loadRecord = () => loadBundle(recordEntry);

async function loadBundle(entry) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'runbook-bench-'));
	const outfile = path.join(folder, 'bundle.cjs');
	await build({
		stdin: { contents: entry, resolveDir: inRepo(), loader: 'ts' },
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
