import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { RecordMark, RecordRead } from '../core/ports';

/** How far a file has been read. `end` are its last bytes up to there: the same ones in the same place, the same file. */
interface FileMark {
	readonly ino: number;
	readonly size: number;
	readonly mtimeMs: number;
	readonly offset: number;
	readonly end: Uint8Array;
}

interface FileRead {
	readonly piece: Uint8Array;
	readonly mark: FileMark;
}

/** Enough to hold the checksum of the last line. Bytes. */
const endLength = 32;
const newline = 0x0a;

/**
 * Reads the `.jsonl` files of a folder, or the whole lines that came to them after `since`: somebody may be writing
 * the rest. A file that was replaced, rewritten or cut is read from its beginning. One that cannot be read is told
 * through `complain` and holds nothing; the others still count.
 */
export async function readRecord(
	folder: string,
	since: RecordMark | undefined,
	complain: (file: string, error: unknown) => void,
): Promise<RecordRead> {
	const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
	const mark = new Map<string, unknown>();
	const reads = names.map(async (name) => {
		const before = since?.get(name) as FileMark | undefined;
		const file = path.join(folder, name);
		const read = await readFileFrom(file, before).catch((error: unknown) => {
			complain(file, error);
			return undefined;
		});
		mark.set(name, read?.mark ?? before);
		return read ? [read.piece] : [];
	});
	const pieces = (await Promise.all(reads)).flat();
	return { pieces, mark };
}

/** `undefined` when nothing has changed since. */
async function readFileFrom(file: string, before: FileMark | undefined): Promise<FileRead | undefined> {
	const { ino, size, mtimeMs } = await stat(file);
	if (before && ino === before.ino && size === before.size && mtimeMs === before.mtimeMs) return undefined;
	const handle = await open(file, 'r');
	try {
		const tail = before && ino === before.ino ? await readTail(handle, before, size) : undefined;
		const piece = tail ?? (await readBytes(handle, 0, size));
		const offset = (tail && before ? before.offset : 0) + piece.lastIndexOf(newline) + 1;
		const end = await readBytes(handle, Math.max(0, offset - endLength), offset);
		return { piece, mark: { ino, size, mtimeMs, offset, end } };
	} finally {
		await handle.close();
	}
}

/** The lines behind the mark; `undefined` when the bytes before it are not the ones that were read. */
async function readTail(handle: FileHandle, before: FileMark, size: number): Promise<Uint8Array | undefined> {
	if (size < before.size) return undefined;
	const bytes = await readBytes(handle, before.offset - before.end.length, size);
	const isSame = before.end.every((byte, index) => byte === bytes[index]);
	return isSame ? bytes.subarray(before.end.length, bytes.lastIndexOf(newline) + 1) : undefined;
}

/** Fewer bytes when the file has become shorter meanwhile. */
async function readBytes(handle: FileHandle, from: number, to: number): Promise<Uint8Array> {
	const bytes = Buffer.allocUnsafeSlow(to - from);
	let length = 0;
	for (let read = -1; read !== 0 && length < bytes.length; length += read) {
		({ bytesRead: read } = await handle.read(bytes, length, bytes.length - length, from + length));
	}
	return bytes.subarray(0, length);
}
