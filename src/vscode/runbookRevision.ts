import * as vscode from 'vscode';
import { loadRunbook } from '../app/runbooks';
import { isOpen } from '../core/incident/status';
import { referTo } from '../core/incident/reference';
import { reviseRunbook, revisionWords } from '../core/incident/reviseRunbook';
import type { Log } from '../core/ports';
import { isUserError } from '../core/userError';
import { runGuarded } from './commands';
import { say } from './handlers/say';
import type { IncidentSession } from './incidentSession';
import { plain } from './plain';
import type { ReaderFor, RunbookSource } from './runbookSource';
import { FolderFiles } from './workspaceFiles';

/** Milliseconds of quiet after an edit was seen: with auto-save a file is written every second while somebody types. */
const settleMs = 1000;

export interface RevisionParts {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly readerFor: ReaderFor;
	readonly log: Log;
}

/** Follows the runbook of the open incident: an edit that is on disk is recorded once, and every tick keeps its item. */
export class RunbookRevision implements vscode.Disposable {
	readonly #parts: RevisionParts;
	readonly #subscriptions: vscode.Disposable;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Reading and recording take turns, so that one edit is not recorded twice. */
	#turn: Promise<void> = Promise.resolve();

	constructor(parts: RevisionParts) {
		this.#parts = parts;
		const look = (): void => this.#lookSoon();
		this.#subscriptions = vscode.Disposable.from(
			parts.source.onDidChange(look),
			parts.session.onDidChange(look),
			vscode.workspace.onDidSaveTextDocument(look),
		);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#subscriptions.dispose();
	}

	#lookSoon(): void {
		if (!this.#isEdited()) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#turn = this.#turn.then(() => runGuarded(this.#parts.log, () => this.#record()));
		}, settleMs);
	}

	/** Whether the runbook that is shown is the incident's, and says something else than the record. */
	#isEdited(): boolean {
		const { source, session } = this.#parts;
		const [loaded, state] = [source.loaded, session.current];
		const recorded = state && isOpen(state) ? state.runbook : undefined;
		return loaded !== undefined && recorded?.path === loaded.path && recorded.sha256 !== loaded.sha256;
	}

	/** What counts is what is on disk now: the editor may hold a text that is never saved. */
	async #record(): Promise<void> {
		const { source, session, readerFor } = this.#parts;
		const { folder } = source.state;
		if (!this.#isEdited() || !folder || isUnsaved(source.uri)) return;
		const loaded = await loadRunbook(readerFor(new FolderFiles(folder)), source.loaded?.path ?? '').catch(
			absent,
		);
		const [incident, state] = [session.bindCurrent(), session.current];
		if (!loaded || !incident || !state || !isOpen(state)) return;
		const revision = reviseRunbook(state, referTo(loaded.runbook, loaded.path, loaded.sha256));
		if (!revision) return;
		await incident.record('runbookRevised', revision.data);
		const words = plain(revisionWords(revision));
		if (isSameList(revision)) say(words);
		else void vscode.window.showInformationMessage(words);
	}
}

function isSameList({
	removed,
	added,
	returned,
	data,
}: NonNullable<ReturnType<typeof reviseRunbook>>): boolean {
	return removed.length + added.length + returned.length + data.unsure.length === 0;
}

function isUnsaved(uri: vscode.Uri | undefined): boolean {
	const address = uri?.toString();
	return vscode.workspace.textDocuments.some(
		(document) => document.isDirty && document.uri.toString() === address,
	);
}

/** In the middle of a checkout the file may be gone or empty for a moment; that is no revision. */
function absent(error: unknown): undefined {
	if (!isUserError(error)) throw error;
}
