// Paths of documents are from the current workspace folder. Those of another folder of the workspace are written
// `//folder/path`, which no path within a folder is.

/** `//api/docs/RUNBOOK.md` */
export function pathInFolder(folder: string, path: string): string {
	return `//${folder}/${path}`;
}

/** The two parts again; `folder` is `undefined` for a path of the current folder. */
export function splitFolder(path: string): { readonly folder: string | undefined; readonly path: string } {
	const at = path.startsWith('//') ? path.indexOf('/', 2) : -1;
	return at < 0 ? { folder: undefined, path } : { folder: path.slice(2, at), path: path.slice(at + 1) };
}

/** The names, each made another than those before it: two folders of a workspace may be called the same. */
export function distinctNames(names: readonly string[]): readonly string[] {
	const seen = new Set<string>();
	return names.map((name) => {
		const plain = name.replaceAll('/', '-');
		let distinct = plain;
		for (let count = 2; seen.has(distinct); count++) distinct = `${plain} (${count})`;
		seen.add(distinct);
		return distinct;
	});
}
