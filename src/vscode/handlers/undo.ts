import * as vscode from 'vscode';
import { undoableBy, undoTarget, type Undoable } from '../../core/incident/undoable';
import { formatAge } from '../../core/schedule/age';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { BoundIncident } from '../incidentSession';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { entryIn } from './argument';
import { pickRow } from './ask';
import type { IncidentTools } from './incidentTools';

/** Takes back what the person did last (Enter), or an entry of the timeline. An undone entry is brought back. */
export function undoHandler(tools: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('nothing can be changed in it');
		const { session } = tools;
		const incident = session.requireCurrent();
		const entry = entryIn(argument);
		if (entry !== undefined) {
			await undoEntry(tools, incident, entry);
			return;
		}
		const own = undoableBy(session.events(incident.id), incident.state, session.me);
		const now = tools.clock.now();
		const rows = own.map((target) => ({
			label: plain(target.text),
			description: formatAge(now - target.at),
			target,
		}));
		if (rows.length === 0) throw new UserError('There is nothing of yours to undo in this incident.');
		const chosen = await pickRow('Undo', 'Which of your entries? Enter takes back the last one', rows);
		if (chosen) await undo(incident, chosen.target);
	};
}

async function undoEntry(
	{ session }: IncidentTools,
	incident: ReturnType<IncidentTools['session']['requireCurrent']>,
	entry: string,
): Promise<void> {
	const target = undoTarget(session.events(incident.id), incident.state, entry);
	switch (target.kind) {
		case 'undo':
			return undo(incident, target);
		case 'bringBack':
			await incident.record('undone', { of: target.of, text: `the undo of: ${target.text}` });
			void vscode.window.showInformationMessage(plain(`It counts again: ${target.text}`));
			return;
		case 'fixed':
			throw new UserError(
				`“${target.text}” cannot be undone: what was declared, sent or run has happened. Add a note about it instead.`,
			);
		case 'unknown':
			throw new UserError(
				'This entry is from a newer version of Runbook Response; it cannot be undone here.',
			);
	}
}

async function undo({ record }: BoundIncident, { of, text }: Undoable): Promise<void> {
	await record('undone', { of, text });
	void vscode.window.showInformationMessage(plain(`Undone: ${text}`));
}
