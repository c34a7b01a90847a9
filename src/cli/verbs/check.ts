import { checkPostmortem } from '../../core/postmortem/check/rules';
import { checkText } from '../../core/postmortem/check/words';
import { decodeDocument, maxRunbookBytes } from '../../core/runbook/decode';
import type { Verb } from '../verb';

/** `check FILE...`: what a review would ask about postmortems; exit 1 when there is something. */
export const check: Verb = {
	summary: 'What a review would ask about postmortems: open places, owners, times, blame.',
	words: ['FILE...'],
	options: {},
	async run(args, context) {
		const found = [];
		for (const file of args.words) {
			const text = decodeDocument(await context.files.read(file, maxRunbookBytes), file);
			for (const finding of checkPostmortem(text))
				found.push({ file, ...finding, message: checkText(finding) });
		}
		const rows = found.map(({ file, line, column, code, message }) => ({
			file,
			line,
			column,
			code,
			message,
		}));
		const lines = rows.map(
			({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`,
		);
		context.print(rows, lines.length === 0 ? ['Nothing to ask.'] : lines);
		return rows.length === 0 ? 0 : 1;
	},
};
