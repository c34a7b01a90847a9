import type { TraceFrame } from './stackTrace';

/** A frame with the files of the repository that it can mean: one, several when it is not clear, none when it is foreign. */
export interface ResolvedFrame {
	readonly frame: TraceFrame;
	readonly paths: readonly string[];
}

/**
 * Finds the frames' files among those of the deployed commit. Where the program ran says little (`/app`, a container,
 * someone's home), so the ends of the paths are compared, name by name from the last; the longest match wins.
 */
export function resolveFrames(
	frames: readonly TraceFrame[],
	files: readonly string[],
): readonly ResolvedFrame[] {
	const byName = new Map<string, string[]>();
	const wanted = new Set(frames.map(({ path }) => lastName(path)));
	for (const file of files) {
		const name = lastName(file);
		if (wanted.has(name)) byName.set(name, [...(byName.get(name) ?? []), file]);
	}
	return frames.map((frame) => ({
		frame,
		paths: findPaths(frame.path, byName.get(lastName(frame.path)) ?? []),
	}));
}

function findPaths(path: string, candidates: readonly string[]): readonly string[] {
	const names = path.split('/').reverse();
	const scored = candidates.map((file) => ({ file, common: commonEnd(names, file.split('/').reverse()) }));
	const likely = scored.filter(({ file, common }) => isEnough(common, names.length, file));
	const best = Math.max(0, ...likely.map(({ common }) => common));
	return likely.filter(({ common }) => common === best).map(({ file }) => file);
}

/** One common name is chance (`index.js` of a package), unless that is all there is to compare on either side. */
function isEnough(common: number, names: number, file: string): boolean {
	return common >= 2 || common === names || common === file.split('/').length;
}

function commonEnd(left: readonly string[], right: readonly string[]): number {
	const different = left.findIndex((name, index) => name !== right[index]);
	return different < 0 ? left.length : different;
}

function lastName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
