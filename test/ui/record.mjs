// Writes into an incident's record as another person's program would: sealed lines in a file of its own.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { inRepo } from '../../scripts/paths.mjs';

const minuteMs = 60_000;

/** Runs the command line program in a folder; gives back what it prints as JSON. */
export function runCli(folder, ...args) {
	const cli = inRepo('dist', 'cli.js');
	const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args, '--json'], {
		cwd: folder,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
	return JSON.parse(stdout);
}

/** Rows `[minutes after the first event, who, type, data, what they had seen]`; gives back the ids of the events. */
export function writeEvents(folder, incident, rows) {
	const record = path.join(folder, '.git', 'runbook-response', 'incidents', incident);
	const start = Date.now() - minuteMs * rows.at(-1)[0];
	const lines = rows.map(([minutes, by, type, data, prev], index) => {
		const at = start + minutes * minuteMs;
		const id = (index + 1).toString(16).padStart(32, '0');
		const event = {
			v: 1,
			id,
			incident,
			writer: 'elsewhere',
			seq: index + 1,
			hlc: [at, index],
			at,
			by,
			type,
			data,
		};
		const json = JSON.stringify(prev === undefined ? event : { ...event, prev });
		return `${json.slice(0, -1)},"crc":"${crc32(json).toString(16).padStart(8, '0')}"}\n`;
	});
	fs.mkdirSync(record, { recursive: true });
	fs.writeFileSync(path.join(record, 'elsewhere.jsonl'), lines.join(''));
}
