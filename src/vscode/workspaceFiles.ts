import * as vscode from 'vscode';
import { excludedGlob } from './excludedGlob';
import type { WorkspaceFiles } from '../core/ports';
import { tooLarge } from '../core/runbook/decode';
import { UserError } from '../core/userError';

const maxFiles = 5000;

/** The files of one workspace folder, through VS Code, so that remote and virtual folders work too. */
export class FolderFiles implements WorkspaceFiles {
	readonly #folder: vscode.Uri;

	constructor(folder: vscode.Uri) {
		this.#folder = folder;
	}

	async markdownFiles(): Promise<readonly string[]> {
		const pattern = new vscode.RelativePattern(this.#folder, '**/*.{md,markdown,MD}');
		const found = await vscode.workspace.findFiles(pattern, excludedGlob, maxFiles);
		return found.map((uri) => this.relative(uri)).sort();
	}

	async read(path: string, maxBytes: number): Promise<Uint8Array> {
		const uri = this.uri(path);
		try {
			const info = await vscode.workspace.fs.stat(uri);
			if (info.type === vscode.FileType.Directory)
				throw new UserError(`${path} is a folder, not a Markdown file.`);
			if (info.size > maxBytes) throw new UserError(tooLarge(path, info.size));
			return await vscode.workspace.fs.readFile(uri);
		} catch (error) {
			if (error instanceof vscode.FileSystemError)
				throw new UserError(`${path} cannot be read: ${reason(error)}.`);
			throw error;
		}
	}

	async create(path: string, text: string, replace = false): Promise<boolean> {
		const uri = this.uri(path);
		const edit = new vscode.WorkspaceEdit();
		edit.createFile(uri, { overwrite: replace, contents: new TextEncoder().encode(text) });
		if (!replace && (await exists(uri))) return false;
		return vscode.workspace.applyEdit(edit);
	}

	/** Paths come from settings and links too: one that leads out of the folder is refused. */
	uri(path: string): vscode.Uri {
		if (/^(?:[a-z]:)?[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(path)) {
			throw new UserError(`${path} leads out of the workspace folder; give a path inside it.`);
		}
		return vscode.Uri.joinPath(this.#folder, path);
	}

	relative(uri: vscode.Uri): string {
		return uri.path.slice(this.#folder.path.length).replace(/^\/+/, '');
	}
}

async function exists(uri: vscode.Uri): Promise<boolean> {
	return vscode.workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
}

const reasons: Readonly<Record<string, string>> = {
	FileNotFound: 'there is no such file',
	NoPermissions: 'its permissions forbid it',
	FileIsADirectory: 'it is a folder',
};

function reason(error: vscode.FileSystemError): string {
	return reasons[error.code] ?? error.message;
}
