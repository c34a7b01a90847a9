import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Shadow } from './shadow';

/** The id of the tree without files, which no repository needs to hold. */
export function emptyTree(objectFormat: 'sha1' | 'sha256'): string {
	return hash(objectFormat, Buffer.from('tree 0\0'));
}

/**
 * Writes a commit that is never shown into the shadow and gives its id. Its date says nothing: the merge base of two
 * such commits is found without looking at the user's history.
 */
export async function writeCommit(
	{ objects, repository }: Shadow,
	tree: string,
	parents: readonly string[],
): Promise<string> {
	const who = 'rehearsal <> 0 +0000';
	const lines = [
		`tree ${tree}`,
		...parents.map((parent) => `parent ${parent}`),
		`author ${who}`,
		`committer ${who}`,
	];
	const body = `${lines.join('\n')}\n\n`;
	const object = Buffer.from(`commit ${body.length}\0${body}`);
	const id = hash(repository.objectFormat, object);
	const folder = join(objects, id.slice(0, 2));
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, id.slice(2)), deflateSync(object, { level: 1 }));
	return id;
}

function hash(objectFormat: 'sha1' | 'sha256', object: Buffer): string {
	return createHash(objectFormat).update(object).digest('hex');
}
