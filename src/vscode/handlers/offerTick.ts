import * as vscode from 'vscode';
import type { TouchedItem } from '../../core/incident/events/checklist';
import { isOpen } from '../../core/incident/status';
import { oneLine } from '../../core/printable';
import type { Log } from '../../core/ports';
import { runGuarded } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';

export interface TickTools {
	readonly session: Pick<IncidentSession, 'all' | 'bind'>;
	readonly log: Log;
}

interface Passed {
	readonly title: string;
	/** What the script was run for. */
	readonly item: TouchedItem | undefined;
	readonly incident: string | undefined;
}

/**
 * After a success: offers to tick the item it belongs to, while that is still to be done. Ticks nothing by itself, and
 * takes no focus; whoever does not answer has answered.
 */
export function offerTick({ title, item, incident }: Passed, tools: TickTools): void {
	if (!item || incident === undefined || !isToDo(item, incident, tools)) return;
	const tick = plain(`Tick “${shorten(item.text)}”`);
	const passed = plain(`“${oneLine(title)}” passed.`);
	void vscode.window.showInformationMessage(passed, tick).then((answer) => {
		if (answer === tick) void runGuarded(tools.log, () => recordTick(item, incident, tools));
	});
}

/** By the time of the answer somebody else may have done it, or the incident may be over. */
async function recordTick(item: TouchedItem, incident: string, tools: TickTools): Promise<void> {
	if (isToDo(item, incident, tools)) await tools.session.bind(incident)?.record('itemDone', item);
	else void vscode.window.showInformationMessage(plain(`Settled meanwhile: ${oneLine(item.text)}.`));
}

function isToDo({ item }: TouchedItem, incident: string, { session }: TickTools): boolean {
	const state = session.all.find(({ id }) => id === incident);
	const standing = state?.items.get(item)?.state ?? 'open';
	return state !== undefined && isOpen(state) && (standing === 'open' || standing === 'started');
}

/** A button has room for a few words. */
const mostCharacters = 50;

function shorten(text: string): string {
	const line = oneLine(text);
	return line.length <= mostCharacters ? line : `${line.slice(0, mostCharacters - 1).trimEnd()}…`;
}
