import * as vscode from 'vscode';
import type { PreviewFacts } from '../../core/scripts/preview';
import { scriptPreview } from '../../core/scripts/preview';

const scheme = 'runbook-response-script';
/** Older ones are empty when they are opened again. */
const kept = 20;

/** Read-only documents: what will run, and what a run has printed. */
export class ScriptDocuments implements vscode.Disposable {
	readonly #texts = new Map<string, string>();
	/** Each has a document of its own. */
	#dryRuns = 0;
	readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		provideTextDocumentContent: ({ query }) => this.#texts.get(query) ?? '(This is no longer kept.)\n',
	});

	/** Beside the work, without taking the focus. `run` is the planned one: the same text can run elsewhere next time. */
	async showPreview(facts: PreviewFacts, run: string): Promise<void> {
		await this.#show(`Preview of ${facts.title}.md`, `preview-${run}`, scriptPreview(facts));
	}

	async showDryRun(text: string): Promise<void> {
		await this.#show('Dry run.md', `dry-run-${++this.#dryRuns}`, text);
	}

	async showOutput(title: string, run: string, text: string): Promise<void> {
		await this.#show(
			`Output of ${title}.txt`,
			`output-${run}`,
			text === '' ? '(It printed nothing.)\n' : `${text}\n`,
		);
	}

	dispose(): void {
		this.#registration.dispose();
	}

	/** Under an id that was never used before: VS Code does not ask again for the text of a document that is open. */
	async #show(name: string, id: string, text: string): Promise<void> {
		this.#texts.set(id, text);
		for (const old of [...this.#texts.keys()].slice(0, -kept)) this.#texts.delete(old);
		const path = `/${name.replace(/[/\\]/g, '-')}`;
		const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path, query: id }));
		await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
	}
}
