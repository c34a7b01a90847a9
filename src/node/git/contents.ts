import { readGitBytes, type GitProgram } from './run';

/** Contents of blobs by full object id, in one process; ids of other things and of missing ones are left out. */
export async function readContents(
	git: GitProgram,
	ids: readonly string[],
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Buffer>> {
	if (ids.length === 0) return new Map();
	const input = ids.map((id) => `${id}\n`).join('');
	return parseContents(await readGitBytes(git, ['cat-file', '--batch'], { input, signal }));
}

/** Total: reads `<id> SP <type> SP <size> LF <content> LF` and `<name> SP missing LF`, to the first thing that is neither. */
function parseContents(output: Buffer): ReadonlyMap<string, Buffer> {
	const contents = new Map<string, Buffer>();
	for (let at = 0; at < output.length;) {
		const end = output.indexOf('\n', at);
		const header = output.toString('latin1', at, end < 0 ? output.length : end);
		at = end < 0 ? output.length : end + 1;
		const [, id, type, size] = /^(\S+) (\w+) (\d+)$/.exec(header) ?? [];
		if (id === undefined) continue;
		if (type === 'blob') contents.set(id, output.subarray(at, at + Number(size)));
		at += Number(size) + 1;
	}
	return contents;
}
