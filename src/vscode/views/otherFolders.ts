import type * as vscode from 'vscode';
import { LinkedChecklists } from '../../app/linkedChecklists';
import { findRunbooks } from '../../app/runbooks';
import { pathInFolder, splitFolder } from '../../core/runbook/folderPath';
import type { LinkedDocument } from '../../core/runbook/linkedDocument';
import { withoutScripts } from '../../core/runbook/withoutScripts';
import { foldersByName } from '../folderNames';
import type { ReaderFor } from '../runbookSource';
import { readSettings } from '../settings';
import { FolderFiles } from '../workspaceFiles';

interface Folder {
	readonly uri: vscode.Uri;
	readonly files: FolderFiles;
	readonly checklists: LinkedChecklists;
}

/** The likely runbooks of the workspace's folders that are not the current one. Paths are `//folder/path`. */
export class OtherFolders {
	readonly #readerFor: ReaderFor;
	readonly #all: typeof foldersByName;
	#folders: ReadonlyMap<string, Folder> = new Map();
	#documents: ReadonlyMap<string, LinkedDocument> = new Map();

	/** `folders` are all of the workspace by name. */
	constructor(readerFor: ReaderFor, folders: typeof foldersByName = foldersByName) {
		this.#readerFor = readerFor;
		this.#all = folders;
	}

	/** Those that were read so far. A new map whenever one of them is new or other. */
	get documents(): ReadonlyMap<string, LinkedDocument> {
		return this.#documents;
	}

	/** All folders but this one. What was read of folders that stay is forgotten, too: they are few and small. */
	follow(current: vscode.Uri | undefined): void {
		const others = [...this.#all()].filter(([, uri]) => uri.toString() !== current?.toString());
		this.#documents = new Map();
		this.#folders = new Map(
			others.map(([name, uri]) => {
				const files = new FolderFiles(uri);
				return [name, { uri, files, checklists: new LinkedChecklists(this.#readerFor(files)) }];
			}),
		);
	}

	/** Each folder's runbooks, its configured one first. */
	async find(): Promise<readonly string[]> {
		const found = [...this.#folders].map(async ([name, { uri, files }]) => {
			const paths = await findRunbooks(files, readSettings(uri).runbookPath);
			return paths.map((path) => pathInFolder(name, path));
		});
		return (await Promise.all(found)).flat();
	}

	async load(path: string): Promise<LinkedDocument | undefined> {
		return this.#keep(path, (folder, inFolder) => folder.checklists.load(inFolder));
	}

	async reload(path: string): Promise<void> {
		await this.#keep(path, (folder, inFolder) => folder.checklists.reload(inFolder));
	}

	/** The path of a file in one of these folders. */
	pathOf(uri: vscode.Uri): string | undefined {
		const found = [...this.#folders].find(([, folder]) =>
			uri.toString().startsWith(`${folder.uri.toString()}/`),
		);
		return found && pathInFolder(found[0], found[1].files.relative(uri));
	}

	async #keep(
		path: string,
		read: (folder: Folder, inFolder: string) => Promise<LinkedDocument>,
	): Promise<LinkedDocument | undefined> {
		const { folder: name, path: inFolder } = splitFolder(path);
		const folder = name === undefined ? undefined : this.#folders.get(name);
		if (name === undefined || !folder) return undefined;
		const document = withoutScripts(await read(folder, inFolder));
		if (this.#folders.get(name) === folder) this.#documents = new Map(this.#documents).set(path, document);
		return document;
	}
}
