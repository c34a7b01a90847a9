import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { preparePostmortem } from '../../app/postmortem';
import { UserError } from '../../core/userError';
import { describedIncident, type Verb } from '../verb';

/** `postmortem [--template FILE] [--incident ID] [--out FILE] [--force]`. */
export const postmortem: Verb = {
	summary: "Fill the team's postmortem template from the record.",
	words: [],
	options: { incident: 'value', template: 'value', out: 'value', force: 'flag' },
	async run(args, context) {
		const { state } = await describedIncident(args, context);
		const prepared = await preparePostmortem({
			files: context.files,
			state,
			now: context.clock.now(),
			template: args.value('template'),
			builtIn: () => readFile(path.join(__dirname, '../media/templates/POSTMORTEM_TEMPLATE.md'), 'utf8'),
		});
		const { text, filled, open, template } = prepared;
		const file = args.value('out') ?? prepared.file;
		if (!(await context.files.create(file, text, args.flag('force')))) {
			throw new UserError(
				`${file} exists already and was not touched; use --force, or another name with --out.`,
			);
		}
		context.print({ file, filled, open }, [
			`Wrote ${file} from ${template ?? 'the built-in template'}.`,
			`Filled: ${filled.length}. Still open: ${open.length}.`,
			...open.map((slot) => `  line ${slot.line}: ${slot.key}`),
		]);
		return 0;
	},
};
