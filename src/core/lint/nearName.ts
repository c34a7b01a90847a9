import { editDistance } from './editDistance';
import { folderOf, joinPath, relativePath } from './linkPaths';

/** Longer names than this are compared whole, never by distance. */
const maxNameLength = 80;

/**
 * The target that was probably meant by one that leads nowhere: a file of the same name elsewhere, else one whose name
 * differs by a slip of the fingers. `paths` are all files, from the root. Nearest folder first, then the alphabet.
 */
export function nearName(documentPath: string, target: string, paths: readonly string[]): string | undefined {
	const [path, anchor] = splitAnchor(target);
	const wanted = nameOf(path).toLowerCase();
	if (wanted === '' || !wanted.includes('.')) return undefined;
	const folder = folderOf(documentPath);
	const others = paths.filter((other) => other !== documentPath);
	const same = others.filter((other) => nameOf(other).toLowerCase() === wanted);
	const found =
		same.length > 0 ? same : others.filter((other) => isSlip(nameOf(other).toLowerCase(), wanted));
	const distance = (other: string): number => stepsBetween(joinPath(folder, folderOf(path)), folderOf(other));
	const [best] = [...found].sort(
		(left, right) => distance(left) - distance(right) || (left < right ? -1 : 1),
	);
	if (best === undefined) return undefined;
	const relative = relativePath(folder, best);
	const prefix = path.startsWith('./') && !relative.startsWith('.') ? './' : '';
	return prefix + relative.replaceAll(' ', '%20') + anchor;
}

function splitAnchor(target: string): readonly [path: string, anchor: string] {
	const at = target.search(/[?#]/);
	return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at)];
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

function stepsBetween(from: string, to: string): number {
	return relativePath(from, to === '' ? 'x' : `${to}/x`).split('/').length;
}

/** The same ending, and one edit for short names, two for long ones; `_`, `-` and case do not count. */
function isSlip(name: string, wanted: string): boolean {
	const [left, right] = [name, wanted].map((text) => text.replace(/[-_ ]/g, '')) as [string, string];
	if (extensionOf(left) !== extensionOf(right) || right.length > maxNameLength) return false;
	const allowed = right.length < 10 ? 1 : 2;
	return Math.abs(left.length - right.length) <= allowed && editDistance(left, right) <= allowed;
}

function extensionOf(name: string): string {
	return name.slice(name.lastIndexOf('.'));
}
