import * as vscode from 'vscode';
import { excludedGlob } from './excludedGlob';
import type { FileTree } from '../core/ports';

const maxFiles = 20_000;

/** The files of a folder through VS Code, each looked for once: make a new one when files come and go. */
export class FolderTree implements FileTree {
	readonly #folder: vscode.Uri;
	#listing: ReturnType<FileTree['files']> | undefined;
	readonly #existing = new Map<string, Promise<boolean>>();

	constructor(folder: vscode.Uri) {
		this.#folder = folder;
	}

	exists(path: string): Promise<boolean> {
		const known = this.#existing.get(path) ?? this.#look(path);
		this.#existing.set(path, known);
		return known;
	}

	async #look(path: string): Promise<boolean> {
		return vscode.workspace.fs.stat(vscode.Uri.joinPath(this.#folder, path)).then(
			() => true,
			() => false,
		);
	}

	async text(path: string, maxBytes: number): Promise<string | undefined> {
		if (path.startsWith('..')) return undefined;
		const uri = vscode.Uri.joinPath(this.#folder, path);
		try {
			const { type, size } = await vscode.workspace.fs.stat(uri);
			if ((type & vscode.FileType.File) === 0 || size > maxBytes) return undefined;
			return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
		} catch {
			return undefined; // gone meanwhile, or not for us to read
		}
	}

	files(): ReturnType<FileTree['files']> {
		this.#listing ??= this.#list();
		return this.#listing;
	}

	/** Only workspace folders can be searched. */
	async #list(): ReturnType<FileTree['files']> {
		const folder = vscode.workspace.getWorkspaceFolder(this.#folder);
		if (!folder) return { paths: [], complete: false };
		const pattern = new vscode.RelativePattern(folder, '**/*');
		const found = await vscode.workspace.findFiles(pattern, excludedGlob, maxFiles);
		const start = this.#folder.path.replace(/\/$/, '').length + 1;
		return { paths: found.map(({ path }) => path.slice(start)).sort(), complete: found.length < maxFiles };
	}
}
