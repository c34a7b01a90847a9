import fs from 'node:fs';
import path from 'node:path';

/** A real runbook. Nothing of the corpus is in this repository. */
export interface CorpusFile {
	/** Relative to the corpus, with `/`. */
	readonly name: string;
	readonly text: string;
	/** Its set in the manifest beside the corpus, such as `core`. */
	readonly set: string | undefined;
}

/** The files of the folder named by RUNBOOK_CORPUS, in the order of their names; none without the variable. */
export function readCorpus(folder = process.env['RUNBOOK_CORPUS'] ?? ''): readonly CorpusFile[] {
	if (folder === '') return [];
	const sets = readSets(path.join(folder, '..', 'MANIFEST.tsv'));
	const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names
		.filter((name) => fs.statSync(path.join(folder, name)).isFile())
		.map((name) => name.replaceAll('\\', '/'))
		.sort()
		.map((name) => ({
			name,
			text: fs.readFileSync(path.join(folder, name), 'utf8'),
			set: sets.get(`${path.basename(folder)}/${name}`),
		}));
}

/** Tab-separated, with a header: the file in the column `path`, its set in the column `set`. */
function readSets(manifest: string): ReadonlyMap<string, string> {
	if (!fs.existsSync(manifest)) return new Map();
	const rows = fs
		.readFileSync(manifest, 'utf8')
		.trim()
		.split(/\r?\n/)
		.map((row) => row.split('\t'));
	const [file, set] = ['path', 'set'].map((name) => rows[0]?.indexOf(name) ?? -1);
	return new Map(rows.map((cells) => [cells[file ?? 0] ?? '', cells[set ?? 0] ?? '']));
}
