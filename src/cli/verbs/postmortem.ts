import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { incidentRunbook } from '../../app/incidentRunbook';
import {
	preparePostmortem,
	prepareRefresh,
	timelinePicture,
	type PostmortemRequest,
} from '../../app/postmortem';
import { commitLinks } from '../../core/deploys/webLink';
import { diffLines } from '../../core/lineDiff';
import { decodeDocument, maxRunbookBytes } from '../../core/runbook/decode';
import { UserError } from '../../core/userError';
import type { Arguments } from '../args';
import { describedIncident, type CliContext, type Verb } from '../verb';

/** `postmortem [--template FILE] [--incident ID] [--out FILE] [--folder F] [--appendix] [--svg FILE] [--refresh] [--force]`. */
export const postmortem: Verb = {
	summary: "Fill the team's postmortem template from the record.",
	words: [],
	options: {
		incident: 'value',
		template: 'value',
		out: 'value',
		folder: 'value',
		svg: 'value',
		appendix: 'flag',
		refresh: 'flag',
		force: 'flag',
	},
	async run(args, context) {
		const request = await requestFor(args, context);
		return args.flag('refresh') ? refresh(request, args, context) : draft(request, args, context);
	},
};

async function draft(request: PostmortemRequest, args: Arguments, context: CliContext): Promise<0 | 1> {
	const { text, filled, open, template, file: ownFile } = await preparePostmortem(request);
	const file = args.value('out') ?? ownFile;
	await create(context, { file, text, force: args.flag('force') });
	const svg = args.value('svg');
	if (svg !== undefined) {
		await create(context, { file: svg, text: timelinePicture(request), force: args.flag('force') });
	}
	context.print({ file, filled, open }, [
		`Wrote ${file} from ${template ?? 'the built-in template'}.`,
		`Filled: ${filled.length}. Still open: ${open.length}.`,
		...open.map(({ line, label }) => `  line ${line}: ${label}`),
	]);
	return 0;
}

/** Shows what would change; writes it with `--force` only. */
async function refresh(request: PostmortemRequest, args: Arguments, context: CliContext): Promise<0 | 1> {
	const { files } = context;
	const file = args.value('out') ?? (await preparePostmortem(request)).file;
	const current = decodeDocument(await files.read(file, maxRunbookBytes), file);
	const { text, refreshed, kept } = await prepareRefresh(request, current);
	const diff = diffLines(current, text);
	const written = args.flag('force') && text !== current && (await files.create(file, text, true));
	const state = text === current ? `${file} is up to date.` : `Use --force to write this to ${file}.`;
	context.print({ file, written, refreshed, kept, diff }, [
		...diff,
		written ? `Wrote ${file}.` : state,
		...kept.map(({ label }) => `Left as somebody changed it: ${label}`),
	]);
	return written || text === current ? 0 : 1;
}

interface NewFile {
	readonly file: string;
	readonly text: string;
	readonly force: boolean;
}

async function create({ files }: CliContext, { file, text, force }: NewFile): Promise<void> {
	if (await files.create(file, text, force)) return;
	throw new UserError(`${file} exists already and was not touched; use --force, or another name with --out.`);
}

async function requestFor(args: Arguments, context: CliContext): Promise<PostmortemRequest> {
	const { incidents, state } = await describedIncident(args, context);
	const loaded = await incidentRunbook(context.reader, state);
	return {
		files: context.files,
		state,
		events: incidents.events(state.id),
		cadences: loaded?.runbook.cadences ?? [],
		now: context.clock.now(),
		commitLink: commitLinks((await context.remoteAddress()) ?? ''),
		template: args.value('template'),
		folder: args.value('folder'),
		appendix: args.flag('appendix'),
		builtIn: () => readFile(path.join(__dirname, '../media/templates/POSTMORTEM_TEMPLATE.md'), 'utf8'),
	};
}
