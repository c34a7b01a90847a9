import { mkdir, open, readdir, readFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Disposable, RecordStore } from '../core/ports';
import { UserError } from '../core/userError';
import { watchRecord } from './watchRecord';

/**
 * The record on disk: `<location>/<incident>/<writer>.jsonl`. Each writer appends to its own file and reads
 * everybody's, so two windows, or a window and the command line, never write over each other.
 */
export class FileRecordStore implements RecordStore {
	readonly location: string;
	readonly #writer: string;

	constructor(location: string, writer: string) {
		this.location = location;
		this.#writer = writer;
	}

	async incidents(): Promise<readonly string[]> {
		const entries = await readdir(this.location, { withFileTypes: true }).catch(() => []);
		return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	}

	async read(incident: string): Promise<readonly string[]> {
		const folder = path.join(this.location, incident);
		const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
		const texts = await Promise.all(
			// A file that vanished or cannot be read holds nothing for us; the others still count.
			names.map((name) => readFile(path.join(folder, name), 'utf8').catch(() => '')),
		);
		return texts.flatMap((text) => text.split('\n'));
	}

	async append(incident: string, line: string): Promise<void> {
		const folder = path.join(this.location, incident);
		const file = path.join(folder, `${this.#writer}.jsonl`);
		try {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			await appendDurably(file, line);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw new UserError(`NOT SAVED: the incident record ${file} could not be written (${reason}).`);
		}
	}

	watch(changed: () => void): Disposable {
		return watchRecord(this.location, changed);
	}
}

/**
 * Writes the line and waits until it is on the disk. A file that does not end in a newline has a torn line; it gets
 * its newline first, so that the torn line spoils only itself.
 */
async function appendDurably(file: string, line: string): Promise<void> {
	const handle = await open(file, 'a+', 0o600);
	try {
		const { size } = await handle.stat();
		const torn = size > 0 && !(await endsInNewline(handle, size));
		await handle.appendFile(`${torn ? '\n' : ''}${line}\n`);
		await handle.datasync();
		if (size === 0) await syncFolder(path.dirname(file));
	} finally {
		await handle.close();
	}
}

async function endsInNewline(handle: FileHandle, size: number): Promise<boolean> {
	const last = Buffer.alloc(1);
	await handle.read(last, 0, 1, size - 1);
	return last.toString('latin1') === '\n';
}

/** A new file's name is durable only once its folder is. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => undefined);
	await handle?.sync().catch(() => undefined);
	await handle?.close();
}
