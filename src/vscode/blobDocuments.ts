import * as vscode from 'vscode';
import type { DeployHistory } from '../core/deploys/model';

const scheme = 'runbook-response-blob';

/** Read-only documents with the content of git blobs, for the diff editor. */
export class BlobDocuments implements vscode.Disposable {
	readonly #registration: vscode.Disposable;
	#history: DeployHistory | undefined;

	constructor() {
		this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
			provideTextDocumentContent: (uri) => this.#content(uri.query),
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

	dispose(): void {
		this.#registration.dispose();
	}

	async #content(oid: string): Promise<string> {
		if (oid === '' || !this.#history) return '';
		return (
			(await this.#history.blobText(oid)) ?? '(A binary file, or one larger than 1 MB: not shown here.)\n'
		);
	}
}
