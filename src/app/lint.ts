import type { FileFacts, LinkFact, LintDocument } from '../core/lint/document';
import type { Finding } from '../core/lint/finding';
import { isRunbook } from '../core/lint/isRunbook';
import { folderOf, joinPath, linkPaths } from '../core/lint/linkPaths';
import { lintDocument } from '../core/lint/lint';
import { fileLinks } from '../core/lint/markdownLinks';
import { nearName } from '../core/lint/nearName';
import { readLintDocument } from '../core/lint/readDocument';
import { scriptMentions } from '../core/lint/scriptMentions';
import type { FileTree } from '../core/ports';

export interface LintRequest {
	/** From the tree's root. */
	readonly path: string;
	readonly text: string;
	/** Wall time in milliseconds. */
	readonly now: number;
	/** `undefined`: nothing is said about files. */
	readonly tree: FileTree | undefined;
	/** The person said that it is one; else it must look like one. */
	readonly isRunbook?: boolean;
}

export interface LintResult {
	readonly document: LintDocument;
	readonly findings: readonly Finding[];
}

/** Reads a document and says what is wrong with it; `undefined` when it is not a runbook. */
export async function lintText(request: LintRequest): Promise<LintResult | undefined> {
	const document = readLintDocument(request.path, request.text);
	if (request.isRunbook !== true && !isRunbook(request.path, document.runbook)) return undefined;
	const files = request.tree && (await findFiles(document, request.tree));
	return { document, findings: lintDocument(document, { now: request.now, files }) };
}

/** Looks for every file that the document names, each once. */
async function findFiles(document: LintDocument, tree: FileTree): Promise<FileFacts> {
	const targets = new Set(fileLinks(document).map(({ target }) => target));
	const scripts = new Set(scriptMentions(document).map(({ path }) => path));
	const links = await Promise.all([...targets].map(async (target) => findLink(document, tree, target)));
	const found = await Promise.all([...scripts].map(async (script) => findScript(document, tree, script)));
	return {
		links: new Map(links.flatMap((link) => (link ? [link] : []))),
		scripts: new Map(found),
	};
}

async function findLink(
	document: LintDocument,
	tree: FileTree,
	target: string,
): Promise<readonly [string, LinkFact] | undefined> {
	const paths = linkPaths(document.path, target);
	for (const path of paths) {
		if (await tree.exists(path)) return [target, { exists: true, near: undefined }];
	}
	// `/team/` is a route of some site: only what is there can be judged.
	if (paths.length === 0 || target.startsWith('/')) return undefined;
	const near = nearName(document.path, target, (await tree.files()).paths);
	return [target, { exists: false, near }];
}

/** From the root, from the document's folder, then by its name anywhere. */
async function findScript(
	document: LintDocument,
	tree: FileTree,
	script: string,
): Promise<readonly [string, boolean | undefined]> {
	for (const folder of ['', folderOf(document.path)]) {
		if (await tree.exists(joinPath(folder, script))) return [script, true];
	}
	const { paths, complete } = await tree.files();
	const name = script.slice(script.lastIndexOf('/') + 1);
	if (paths.some((path) => path === name || path.endsWith(`/${name}`))) return [script, true];
	return [script, complete ? false : undefined];
}
