import { surveyActions } from '../../app/openActions';
import { actionLine, actionsAsIssues, actionsCsv } from '../../core/postmortem/actionReport';
import type { Verb } from '../verb';

/** `actions [--all] [--csv | --issues]`: exit 1 when something is overdue. */
export const actions: Verb = {
	summary: 'Open action items of all postmortems, overdue first.',
	words: [],
	options: { all: 'flag', csv: 'flag', issues: 'flag' },
	async run(args, context) {
		const survey = await surveyActions(context.files, undefined, context.clock.now());
		for (const message of survey.unread) context.warn(message);
		const shown = survey.actions.filter(({ done }) => args.flag('all') || !done);
		const rows = shown.map(({ file, line, text, owner, due, done, overdue }) => {
			return { file, line, text, owner, due, done, overdue };
		});
		context.print(rows, linesFor(shown, { csv: args.flag('csv'), issues: args.flag('issues') }));
		return shown.some(({ overdue }) => overdue) ? 1 : 0;
	},
};

function linesFor(
	shown: Parameters<typeof actionsCsv>[0],
	{ csv, issues }: { readonly csv: boolean; readonly issues: boolean },
): readonly string[] {
	if (csv) return actionsCsv(shown).trimEnd().split('\r\n');
	if (issues) return actionsAsIssues(shown).split('\n');
	return shown.length === 0 ? ['No open action items.'] : shown.map(actionLine);
}
