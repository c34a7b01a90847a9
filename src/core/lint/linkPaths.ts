/**
 * The paths a link may mean, from the root, likeliest first: the file itself, and what site generators make of it
 * (`page`, `page/`, `page.html` for `page.md`). Empty for a site's own routes (`/team/`), which nobody here can judge.
 */
export function linkPaths(documentPath: string, target: string): readonly string[] {
	const path = decode(target.replace(/[?#].*$/, ''));
	if (path === '' || /[\\\0]/.test(path)) return [];
	const folder = folderOf(documentPath);
	const bases = path.startsWith('/')
		? [path.replace(/^\/+/, '')]
		: [joinPath(folder, path), joinPath(documentPath.replace(/\.\w+$/, ''), path)];
	return bases.flatMap((base, index) => (index === 0 ? [base, ...pagesOf(base, path)] : pagesOf(base, path)));
}

function pagesOf(base: string, path: string): readonly string[] {
	if (/\.html?$/i.test(path)) return [base.replace(/\.html?$/i, '.md')];
	if (/\.\w{1,5}$/.test(path)) return [];
	return [`${base}.md`, `${base}.mdx`, `${base}/index.md`, `${base}/README.md`];
}

/** `docs/a.md` -> `docs`; `a.md` -> ``. */
export function folderOf(path: string): string {
	return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** `..` and `.` resolved; a path that leads out of the root keeps its leading `..`. */
export function joinPath(folder: string, path: string): string {
	const parts: string[] = [];
	for (const part of `${folder}/${path}`.split('/')) {
		if (part === '' || part === '.') continue;
		if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
		else parts.push(part);
	}
	return parts.join('/');
}

/** The way from a folder to a file of the same root: `docs` to `ops/a.md` is `../ops/a.md`. */
export function relativePath(folder: string, file: string): string {
	const from = folder === '' ? [] : folder.split('/');
	const to = file.split('/');
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** `My%20list.md`; a stray percent sign is one. */
function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path; // not encoded after all
	}
}
