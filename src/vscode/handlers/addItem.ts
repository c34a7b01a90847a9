import type { IncidentState } from '../../core/incident/model';
import { oneLine } from '../../core/printable';
import { parseDue } from '../../core/schedule/dueText';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { pickRow, typeAndSave, typeText } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

/** Adds an item to this incident's checklist; the runbook stays as it is. */
export function addItemHandler({ session, clock, ids }: IncidentTools): Handler {
	return async () => {
		requireTrust('no item can be recorded in it');
		const { state, record } = session.requireOpen('its checklist stays');
		const text = await typeText({ title: 'Add Item (1/3)', prompt: 'What is to be done?' });
		if (text === undefined) return;
		const path = await askPath(state);
		if (!path) return;
		const item = `added-${ids.next().slice(0, 12)}`;
		await typeAndSave(
			{
				title: `Add Item (3/3): ${oneLine(text)}`,
				prompt: 'By when? 15m, 14:05; Enter without a time: whenever',
				validate: (typed) => dueProblem(typed, clock.now()),
			},
			async (typed) => {
				const dueAt = parseDue(typed, clock.now());
				await record('itemAdded', { item, text: oneLine(text), path, dueAt });
				say(`Added to this incident’s checklist: ${text}`);
			},
		);
	};
}

function dueProblem(text: string, now: number): string | undefined {
	const fine = text.trim() === '' || parseDue(text, now) !== undefined;
	return fine ? undefined : 'A time to come: 15m, 14:05 or 2026-11-23T04:00Z.';
}

async function askPath(state: IncidentState): Promise<readonly string[] | undefined> {
	const paths = new Map((state.runbook?.items ?? []).map(({ path }) => [path.join(' › '), path]));
	if (paths.size === 0) return [];
	const rows = [...paths].map(([label, path]) => ({ label: plain(label), path }));
	const chosen = await pickRow('Add Item (2/3)', 'Where does it belong?', [
		{ label: '$(list-flat) On Its Own', path: [] },
		...rows,
	]);
	return chosen?.path;
}
