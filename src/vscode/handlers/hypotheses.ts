import type { Hypothesis } from '../../core/incident/model';
import { oneLine } from '../../core/printable';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { textIn } from './argument';
import { anyText, pickRow, typeAndSave } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

export function addHypothesisHandler({ session }: IncidentTools): Handler {
	return async () => {
		requireTrust('no hypothesis can be recorded in it');
		const { title, record } = session.requireCurrent();
		await typeAndSave(
			{
				title: `Add Hypothesis: ${title}`,
				prompt: 'What could be the cause, and what would disprove it?',
				placeHolder: 'The pool is too small since the deploy; disproved if connections are free',
			},
			async (text) => {
				await record('hypothesisAdded', { text: oneLine(text) });
				say(`Hypothesis: ${text}`);
			},
		);
	};
}

const outcomes = [
	{ label: 'ruled out', description: 'it was not that' },
	{ label: 'confirmed', description: 'that is the cause' },
] as const;

export function resolveHypothesisHandler({ session }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('no hypothesis can be recorded in it');
		const { state, record } = session.requireCurrent();
		const picked = await pickOpen(state.hypotheses, textIn(argument, 'id'));
		if (!picked) return;
		const { id, text } = picked;
		const outcome = (await pickRow(`Hypothesis: ${text}`, 'What came of it?', outcomes))?.label;
		if (outcome === undefined) return;
		await typeAndSave(
			{
				title: `Hypothesis ${outcome}: ${text}`,
				prompt: 'What showed it? Enter without words will do',
				validate: anyText,
			},
			async (why) => {
				await record('hypothesisResolved', {
					hypothesis: id,
					text,
					outcome,
					why: why === '' ? undefined : why,
				});
				say(`Hypothesis ${outcome}: ${text}`);
			},
		);
	};
}

async function pickOpen(
	hypotheses: ReadonlyMap<string, Hypothesis>,
	given: string | undefined,
): Promise<{ readonly id: string; readonly text: string } | undefined> {
	const known = given === undefined ? undefined : hypotheses.get(given);
	if (given !== undefined && known) return { id: given, text: known.text };
	const open = [...hypotheses].filter(([, { outcome }]) => outcome === 'open');
	if (open.length === 0)
		throw new UserError('No hypothesis is open. Add one with “Incident: Add Hypothesis…”.');
	const rows = open.map(([id, { text, by }]) => ({ label: plain(text), description: plain(by), id, text }));
	return pickRow('Resolve Hypothesis', 'Which hypothesis?', rows);
}
