import { checklistItems } from '../../core/incident/checklistItems';
import type { IncidentState } from '../../core/incident/model';
import { conflictTitle, settlementsOf } from '../../core/incident/settle';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { textIn } from './argument';
import { pickRow } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

/** Settles what two people set without having seen each other: the value that holds is recorded again. */
export function settleConflictHandler({ session }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('no incident can be changed in it');
		const { state, record, id } = session.requireCurrent();
		const key = textIn(argument, 'key') ?? (typeof argument === 'string' ? argument : await askKey(state));
		if (key === undefined) return;
		const title = titleOf(state, key);
		if (!state.conflicts.has(key)) throw new UserError(`There is no conflict about “${title}” any more.`);
		const rows = settlementsOf(session.events(id), state, key).map((settlement) => ({
			label: plain(settlement.text),
			description: plain(settlement.by),
			settlement,
		}));
		const chosen = await pickRow(
			`Settle Conflict: ${title}`,
			'Set twice at the same time. Which one holds?',
			rows,
		);
		if (!chosen) return;
		await record(chosen.settlement.type, chosen.settlement.data);
		say(`Settled: ${chosen.settlement.text}`);
	};
}

async function askKey(state: IncidentState): Promise<string | undefined> {
	const rows = [...state.conflicts].map(([key, { kept, other, by }]) => ({
		label: plain(titleOf(state, key)),
		description: plain(`${kept} stands; ${by} had set ${other}`),
		key,
	}));
	const [only] = rows;
	if (!only) throw new UserError('There is no conflict in this incident.');
	return rows.length === 1 ? only.key : (await pickRow('Settle Conflict', 'About what?', rows))?.key;
}

function titleOf(state: IncidentState, key: string): string {
	return conflictTitle(key, new Map(checklistItems(state).map(({ id, text }) => [id, text])));
}
