import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Every path below a folder with its mode and hash: equal means that no byte has changed. */
export function hashFolder(folder: string): readonly string[] {
	return hashBelow(Buffer.from(folder));
}

/** Paths are bytes, because a name need not be UTF-8. */
function hashBelow(folder: Buffer): readonly string[] {
	return readdirSync(folder, { encoding: 'buffer' })
		.sort((left, right) => Buffer.compare(left, right))
		.flatMap((name) => {
			const path = Buffer.concat([folder, Buffer.from('/'), name]);
			const status = lstatSync(path);
			const line = `${path.toString('latin1')} ${status.mode}`;
			if (status.isDirectory()) return [line, ...hashBelow(path)];
			const content = status.isSymbolicLink() ? readlinkSync(path, 'buffer') : readFileSync(path);
			return [`${line} ${createHash('sha256').update(content).digest('hex')}`];
		});
}
