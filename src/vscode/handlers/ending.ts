import { isOpen } from '../../core/incident/status';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { incidentIn } from './argument';
import { confirmed, pickRow, typeAndSave } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

/** Opens a resolved incident again, the one in view first; why is part of the record. */
export function reopenHandler({ session }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('no incident can be changed in it');
		const incident = incidentIn(argument, session.all) ?? (await whichEnded(session));
		if (incident === undefined) return;
		session.choose(incident);
		const { state, record, id, title } = session.requireCurrent();
		if (isOpen(state)) throw new UserError(`“${title}” is open already (${state.status}).`);
		await typeAndSave(
			{ title: `Reopen: ${title}`, prompt: 'Why? The clock goes on from the declaration' },
			async (why) => {
				await record('reopened', { why });
				session.choose(id);
				say(`Open again: ${title}`);
			},
		);
	};
}

async function whichEnded(session: IncidentSession): Promise<string | undefined> {
	const { current } = session;
	if (current && !isOpen(current)) return current.id;
	const ended = session.all.filter((state) => !isOpen(state));
	if (ended.length === 0)
		throw new UserError('No incident of this folder is over, so there is none to reopen.');
	const rows = ended.map(({ id, title, status }) => ({
		label: plain(title),
		description: `${status} · ${id}`,
		id,
	}));
	return (await pickRow('Reopen Incident', 'Which incident?', rows))?.id;
}

/** Ends the work on a resolved incident. An open one is resolved first, so that nothing is overlooked. */
export function closeHandler({ session }: IncidentTools): Handler {
	return async () => {
		requireTrust('no incident can be changed in it');
		const { state, record, title } = session.requireCurrent();
		if (isOpen(state))
			throw new UserError(`“${title}” is open; resolve it first with “Incident: Resolve Incident…”.`);
		if (state.status === 'closed') throw new UserError(`“${title}” is closed already.`);
		const left = [...state.actionItems.values()].filter(({ done }) => !done).length;
		const detail =
			left === 0 ? 'No action item is open.' : `${left} action item${left === 1 ? ' is' : 's are'} not done.`;
		if (!(await confirmed(`Close “${title}”?`, `${detail} It can be reopened.`, 'Close'))) return;
		await record('closed', {});
		say(`Closed: ${title}`);
	};
}
