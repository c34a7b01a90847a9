import * as vscode from 'vscode';
import type { DeployHistory } from '../core/deploys/model';

const scheme = 'runbook-response-blob';

/** How many texts are kept, the newest. */
const mostTexts = 500;

/** Read-only documents with the content of git blobs, for the diff editor. */
export class BlobDocuments implements vscode.Disposable {
	readonly #registration: vscode.Disposable;
	#history: DeployHistory | undefined;
	#count = 0;
	/** By the address's fragment: what is in no repository. */
	readonly #texts = new Map<string, string>();

	constructor() {
		this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
			provideTextDocumentContent: (uri) => this.#content(uri),
		});
	}

	/** The repository whose blobs are asked for from now on. */
	readFrom(history: DeployHistory): void {
		this.#history = history;
	}

	/** The address of one side of a file; `oid` is `undefined` when the file is absent there. */
	uri(path: string, oid: string | undefined): vscode.Uri {
		return vscode.Uri.from({ scheme, path: `/${path}`, query: oid ?? '' });
	}

	/** New addresses for texts that no repository holds. */
	addTexts(files: readonly { readonly path: string; readonly text: string }[]): readonly vscode.Uri[] {
		return files.map(({ path, text }) => {
			const fragment = String(++this.#count);
			this.#texts.set(fragment, text);
			for (const old of [...this.#texts.keys()].slice(0, -mostTexts)) this.#texts.delete(old);
			return vscode.Uri.from({ scheme, path: `/${path}`, fragment });
		});
	}

	dispose(): void {
		this.#registration.dispose();
	}

	async #content({ query: oid, fragment }: vscode.Uri): Promise<string> {
		if (fragment !== '')
			return this.#texts.get(fragment) ?? '(No longer kept: look at the conflicts again.)\n';
		if (oid === '' || !this.#history) return '';
		return (
			(await this.#history.blobText(oid)) ?? '(A binary file, or one larger than 1 MB: not shown here.)\n'
		);
	}
}
