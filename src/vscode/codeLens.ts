import * as vscode from 'vscode';
import { linkedDocuments } from '../core/runbook/linkTargets';
import type { Runbook } from '../core/runbook/model';
import { runSettingWords } from '../core/scripts/runSettings';
import type { CommandId } from '../ids';
import type { ReaderFor, RunbookSource } from './runbookSource';
import type { ChosenScript } from './scripts/chosenScript';
import { readSettings } from './settings';
import { FolderFiles } from './workspaceFiles';

/** Settings that decide what is shown. */
const shownBy = ['runbookResponse.codeLens', 'runbookResponse.scripts.mode'];

type Parsed = Pick<Runbook, 'scripts' | 'templates'>;

/** `Run…` and `Copy` above the scripts and messages of the runbook and of the documents it links; nowhere else. */
export class RunbookCodeLens implements vscode.CodeLensProvider, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeCodeLenses = this.#changed.event;
	readonly #source: RunbookSource;
	readonly #readerFor: ReaderFor;
	readonly #subscriptions: vscode.Disposable;
	#concerned: ReadonlySet<string> = new Set();
	/** What each version of a document was read as. Closed documents fall out by themselves. */
	readonly #read = new WeakMap<vscode.TextDocument, { version: number; parsed: Promise<Parsed> }>();

	constructor(source: RunbookSource, readerFor: ReaderFor) {
		this.#source = source;
		this.#readerFor = readerFor;
		const changed = (): void => this.#changed.fire();
		this.#subscriptions = vscode.Disposable.from(
			vscode.languages.registerCodeLensProvider({ language: 'markdown' }, this),
			source.onDidChange(() => this.#follow()),
			vscode.workspace.onDidGrantWorkspaceTrust(changed),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (shownBy.some((setting) => event.affectsConfiguration(setting))) changed();
			}),
		);
	}

	async provideCodeLenses(
		document: vscode.TextDocument,
		token: vscode.CancellationToken,
	): Promise<vscode.CodeLens[]> {
		if (!readSettings(document.uri).codeLens || !this.#concerned.has(document.uri.toString())) return [];
		const { version } = document;
		const parsed = await this.#parse(document);
		// The lines of a text that has changed meanwhile are other lines; VS Code asks again.
		return token.isCancellationRequested || document.version !== version ? [] : lensesOf(parsed, document);
	}

	dispose(): void {
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}

	/** New text of a document VS Code asks about by itself; what it cannot know is which documents are meant. */
	#follow(): void {
		const before = [...this.#concerned].join('\n');
		this.#concerned = concernedBy(this.#source);
		if ([...this.#concerned].join('\n') !== before) this.#changed.fire();
	}

	/** Once a version at most, and not at all when the checklist was read from the very same text. */
	#parse(document: vscode.TextDocument): Promise<Parsed> {
		const { loaded, uri } = this.#source;
		const known = this.#read.get(document);
		if (known?.version === document.version) return known.parsed;
		const text = document.getText();
		const own = loaded && uri?.toString() === document.uri.toString() && loaded.text === text;
		const parsed = own ? Promise.resolve(loaded.runbook) : this.#parseText(document, text);
		this.#read.set(document, { version: document.version, parsed });
		return parsed;
	}

	async #parseText(document: vscode.TextDocument, text: string): Promise<Parsed> {
		const { folder } = this.#source.state;
		if (!folder) return { scripts: [], templates: [] };
		const files = new FolderFiles(folder);
		const parse = await this.#readerFor(files).loadParser();
		return parse(text, files.relative(document.uri));
	}
}

/** The runbook and the documents it links, by address. */
function concernedBy({ loaded, state }: RunbookSource): ReadonlySet<string> {
	if (!loaded || !state.folder) return new Set();
	const files = new FolderFiles(state.folder);
	const paths = [loaded.path, ...linkedDocuments(loaded.runbook.links, loaded.path)];
	return new Set(paths.map((path) => files.uri(path).toString()));
}

function lensesOf({ scripts, templates }: Parsed, document: vscode.TextDocument): vscode.CodeLens[] {
	const trusted = vscode.workspace.isTrusted;
	const runs = readSettings(document.uri).scriptsRun;
	return [
		...scripts.flatMap((script) => {
			const range = rangeAbove(script.line, document);
			return [
				...(trusted ? [runs ? runLens(range, script) : byHandLens(range, script)] : []),
				copyLens(range, script),
			];
		}),
		...templates.map((template) => copyLens(rangeAbove(template.line, document), template)),
	];
}

/** Above the fence when the text is its beginning, else above the part's own first line. */
function rangeAbove(line: number, document: vscode.TextDocument): vscode.Range {
	const above = line - 2;
	const fenced = above >= 0 && /^[\s>]*(?:`{3,}|~{3,})/.test(document.lineAt(above).text);
	const at = fenced ? above : Math.min(line, document.lineCount) - 1;
	return new vscode.Range(at, 0, at, 0);
}

function runLens(range: vscode.Range, script: Runbook['scripts'][number]): vscode.CodeLens {
	return new vscode.CodeLens(range, {
		title: '$(play) Run…',
		tooltip: [`${script.title}: shown in full before it runs`, ...runSettingWords(script.attributes)].join(
			', ',
		),
		command: 'runbookResponse.runScript' satisfies CommandId,
		arguments: [{ script } satisfies ChosenScript],
	});
}

/** Where nothing runs. */
function byHandLens(range: vscode.Range, script: Runbook['scripts'][number]): vscode.CodeLens {
	return new vscode.CodeLens(range, {
		title: '$(tasklist) Done by Hand…',
		tooltip: `${script.title}: run it where it may run, then record it here`,
		command: 'runbookResponse.markDoneByHand' satisfies CommandId,
		arguments: [{ script } satisfies ChosenScript],
	});
}

function copyLens(range: vscode.Range, { title, text }: { title: string; text: string }): vscode.CodeLens {
	return new vscode.CodeLens(range, {
		title: '$(copy) Copy',
		tooltip: title,
		command: 'runbookResponse.copyText' satisfies CommandId,
		arguments: [text],
	});
}
