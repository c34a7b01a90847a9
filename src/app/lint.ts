import { anchorsIn } from '../core/lint/anchors';
import type { FileFacts, LinkFact, LintDocument } from '../core/lint/document';
import type { Finding } from '../core/lint/finding';
import { isRunbook } from '../core/lint/isRunbook';
import { lintDocument } from '../core/lint/lint';
import { fileLinks } from '../core/lint/markdownLinks';
import { nearName } from '../core/lint/nearName';
import { readLintDocument } from '../core/lint/readDocument';
import { scriptMentions } from '../core/lint/scriptMentions';
import type { FileTree } from '../core/ports';
import type { Runbook } from '../core/runbook/model';
import { findScript, linkedFile, linkExists } from './lookUp';

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
	/** The model of exactly this text, when somebody has read it already. */
	readonly runbook?: Runbook | undefined;
}

export interface LintResult {
	readonly document: LintDocument;
	readonly findings: readonly Finding[];
}

/** Reads a document and says what is wrong with it; `undefined` when it is not a runbook. */
export async function lintText(request: LintRequest): Promise<LintResult | undefined> {
	const document = readLintDocument(request.path, request.text, request.runbook);
	if (request.isRunbook !== true && !isRunbook(request.path, document.runbook)) return undefined;
	const files = request.tree && (await findFiles(document, request.tree));
	return { document, findings: lintDocument(document, { now: request.now, files }) };
}

/** Looks for every file that the document names, each once. */
async function findFiles(document: LintDocument, tree: FileTree): Promise<FileFacts> {
	const targets = new Set(fileLinks(document).map(({ target }) => target));
	const scripts = new Set(scriptMentions(document).map(({ path }) => path));
	const links = await Promise.all([...targets].map(async (target) => findLink(document, tree, target)));
	const found = await Promise.all([...scripts].map(async (script) => findScriptFact(document, tree, script)));
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
	const exists = await linkExists(tree, document.path, target);
	if (exists === undefined) return undefined;
	if (exists)
		return [target, { exists, near: undefined, anchors: await findAnchors(document, tree, target) }];
	return [target, { exists, near: nearName(document.path, target, (await tree.files()).paths) }];
}

/** Of larger documents nothing is said: bytes. */
const maxLinkedBytes = 1024 * 1024;

/** The places of the document behind `OTHER.md#section`. Anchors of other kinds of file are their own affair. */
async function findAnchors(
	document: LintDocument,
	tree: FileTree,
	target: string,
): Promise<LinkFact['anchors']> {
	if (!target.includes('#')) return undefined;
	const path = await linkedFile(tree, document.path, target);
	if (path === undefined || !/\.(?:md|markdown)$/i.test(path)) return undefined;
	const text = await tree.text(path, maxLinkedBytes);
	return text === undefined ? undefined : anchorsIn(text);
}

async function findScriptFact(
	document: LintDocument,
	tree: FileTree,
	script: string,
): Promise<readonly [string, boolean | undefined]> {
	const place = await findScript(tree, document.path, script);
	return [script, place === undefined ? undefined : place !== ''];
}
