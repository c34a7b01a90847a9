import * as vscode from 'vscode';
import type { IncidentState } from '../../core/incident/model';
import { stateDocument } from '../../core/stateDocument/document';
import { Ticker } from '../ticker';
import { gatherFacts, type IncidentParts } from './incidentFacts';

const scheme = 'runbook-response-state';
/** It says as of when it is, and what is late by then. */
const everyMs = 30_000;

/** Read-only documents that say what is true of an incident now, as long as somebody looks at them. */
export class StateDocuments implements vscode.Disposable {
	readonly #parts: IncidentParts;
	readonly #changed = new vscode.EventEmitter<vscode.Uri>();
	readonly #subscriptions: vscode.Disposable;
	readonly #ticker = new Ticker(() => this.#refresh(), everyMs);
	/** Documents that were asked for and are looked at, by address. */
	readonly #looked = new Map<string, vscode.Uri>();

	constructor(parts: IncidentParts) {
		this.#parts = parts;
		const refresh = (): void => this.#refresh();
		this.#subscriptions = vscode.Disposable.from(
			vscode.workspace.registerTextDocumentContentProvider(scheme, {
				onDidChange: this.#changed.event,
				provideTextDocumentContent: (uri) => this.#content(uri),
			}),
			parts.session.onDidChange(refresh),
			parts.source.onDidChange(refresh),
		);
	}

	/** Opens beside, as a preview; as text where there is no preview. */
	async show(state: IncidentState): Promise<void> {
		const uri = vscode.Uri.from({ scheme, path: `/${state.id}.md` });
		if (vscode.extensions.getExtension('vscode.markdown-language-features')) {
			await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
		} else await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
	}

	dispose(): void {
		this.#ticker.dispose();
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}

	#content(uri: vscode.Uri): string {
		this.#looked.set(uri.toString(), uri);
		this.#ticker.run(true);
		const id = uri.path.replace(/^\/|\.md$/g, '');
		const state = this.#parts.session.all.find((each) => each.id === id);
		if (!state) return `The incident ${id} is not in the record of this folder.\n`;
		return stateDocument(state, gatherFacts(this.#parts, state));
	}

	#refresh(): void {
		for (const [key, uri] of this.#looked) {
			if (isOpen(key)) this.#changed.fire(uri);
			// VS Code forgets a document that only a preview shows; a preview must not go on showing what was.
			else if (hasPreview()) void vscode.workspace.openTextDocument(uri);
			else this.#looked.delete(key);
		}
		this.#ticker.run(this.#looked.size > 0);
	}
}

function isOpen(key: string): boolean {
	return vscode.workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && uri.toString() === key);
}

function hasPreview(): boolean {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.some(
		({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview'),
	);
}
