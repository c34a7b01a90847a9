import { closeSync, fdatasync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * The calls the record makes on a disk; tests put faults in between. Those that return a value take microseconds on a
 * local disk, so they are made at once; waiting for the disk itself is left to the thread pool.
 */
export interface Disk {
	/** Opens for appending and reading; a new file is for the person alone. */
	open(file: string): number;
	stat(descriptor: number): FileFacts;
	/** Returns how many bytes were read into `into` from `position` on. */
	read(descriptor: number, into: Uint8Array, position: number): number;
	/** Returns how many of the bytes were written, which may be fewer than given. */
	write(descriptor: number, bytes: Uint8Array): number;
	datasync(descriptor: number): Promise<void>;
	close(descriptor: number): void;
	/** Returns the first of the folders it had to make. */
	makeFolder(folder: string): string | undefined;
	/** A new name is durable only once its folder is. Windows has no such call and needs none. */
	syncFolder(folder: string): Promise<void>;
}

/** What tells a file from another, and whether it has changed. */
export interface FileFacts {
	readonly ino: number;
	readonly size: number;
	readonly mtimeMs: number;
	/** How many names the file has: none once it is deleted. */
	readonly nlink: number;
}

export const localDisk: Disk = {
	open: (file) => openSync(file, 'a+', 0o600),
	stat: (descriptor) => fstatSync(descriptor),
	read: (descriptor, into, position) => readSync(descriptor, into, 0, into.length, position),
	write: (descriptor, bytes) => writeSync(descriptor, bytes),
	datasync: promisify(fdatasync),
	close: closeSync,
	makeFolder: (folder) => mkdirSync(folder, { recursive: true, mode: 0o700 }),
	async syncFolder(folder) {
		const handle = await open(folder, 'r').catch(() => undefined);
		await handle?.sync().catch(() => undefined);
		await handle?.close();
	},
};
