import * as vscode from 'vscode';
import type { PostmortemPlaces } from '../../app/postmortem';
import type { IncidentState } from '../../core/incident/model';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { localTimeFrom } from '../localTime';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { pickRow } from './ask';
import { incidentOf } from './postmortemIncident';
import { postmortemRequest, type PostmortemTools } from './postmortem';

/** The postmortem in the editor, or a sentence that says to open one. */
export function requirePostmortem(): vscode.TextDocument {
	const document = vscode.window.activeTextEditor?.document;
	if (document?.languageId === 'markdown') return document;
	throw new UserError('Open the postmortem in the editor first.');
}

/** What still waits in the postmortem, and for what is filled in, which entries of the record it comes from. */
export function showPostmortemPlacesHandler(tools: PostmortemTools): Handler {
	return async () => {
		requireTrust('no postmortem of it is read');
		const document = requirePostmortem();
		const incident = await incidentOf(document, tools, 'Show Postmortem Places');
		if (!incident) return;
		const { request } = await postmortemRequest(tools, incident);
		const { findPlaces } = await import('../../app/postmortem');
		const places = await findPlaces(request, document.getText());
		const rows = [...openRows(places), ...filledRows(places)];
		const title = `Places of this postmortem: ${places.open.length} open, ${places.filled.length} from the record`;
		const chosen = await pickRow(title, 'Go to a place; one from the record shows where it comes from', rows);
		if (!chosen) return;
		await goTo(document, chosen.line);
		if (chosen.events.length > 0) await showSources(chosen, request.state);
	};
}

interface Row extends vscode.QuickPickItem {
	readonly line: number;
	readonly events: readonly string[];
}

function openRows({ open }: PostmortemPlaces): readonly Row[] {
	return open.map(({ label, line }) => ({
		label: `$(circle-large-outline) ${plain(label)}`,
		description: `open, line ${line}`,
		line,
		events: [],
	}));
}

function filledRows({ filled }: PostmortemPlaces): readonly Row[] {
	return filled.map(({ label, line, events }) => ({
		label: `$(pass) ${plain(label)}`,
		description: `line ${line}, from ${entries(events.length)}`,
		line,
		events,
	}));
}

function entries(count: number): string {
	return count === 0
		? 'today’s date or the runbook'
		: `${count} ${count === 1 ? 'entry' : 'entries'} of the record`;
}

async function goTo(document: vscode.TextDocument, line: number): Promise<void> {
	const at = document.validatePosition(new vscode.Position(line - 1, 0));
	await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}

async function showSources({ label, events }: Row, state: IncidentState): Promise<void> {
	const wanted = new Set(events);
	const rows = state.timeline
		.filter(({ eventId }) => wanted.has(eventId))
		.map(({ at, text, by }) => ({
			label: plain(text),
			description: `${localTimeFrom(at)(at)}, ${plain(by)}`,
		}));
	await pickRow(`Where it comes from: ${label}`, 'Entries of the record', rows);
}
