import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Deploy, DeployHistory, Rehearsal } from '../../core/deploys/model';
import { describeRehearsal, isRehearsed } from '../../core/deploys/rehearsal';
import type { TraceReading } from '../../core/deploys/trace';
import { UserError } from '../../core/userError';
import { isoInstant, positiveNumber, type Arguments } from '../args';
import type { CliContext, Verb } from '../verb';

/** `deploys [--repo D] [--limit N] [--onset ISO] [--tags GLOB] [--trace FILE] [--no-rehearse]`. */
export const deploys: Verb = {
	summary: 'List recent deploys from git, with what speaks for each as the cause, and whether it rolls back.',
	words: [],
	options: {
		repo: 'value',
		limit: 'value',
		onset: 'value',
		tags: 'value',
		trace: 'value',
		'no-rehearse': 'flag',
	},
	async run(args, context) {
		const limit = positiveNumber(args.value('limit'), 'limit', 20);
		const incident = await readIncident(context);
		const onsetText = args.value('onset');
		const onset = onsetText === undefined ? incident.onset : isoInstant(onsetText, 'onset');
		const { openDeployHistory } = await import('../../node/git/git');
		const history = await openDeployHistory(path.resolve(context.folder, args.value('repo') ?? '.'));
		const trace = await readTrace(history, args, { folder: context.folder, onset });
		const query = { limit, onset, texts: incident.texts, tagPattern: args.value('tags'), trace };
		const listed = await history.deploys(query);
		const found = args.flag('no-rehearse') ? listed : await rehearse(history, listed);
		for (const line of trace ? toTraceLines(trace) : []) context.warn(line);
		context.print(found, found.length > 0 ? found.flatMap(toLines) : ['No deploys were found.']);
		return 0;
	},
};

/** When the impact of the only open incident began, as far as is known, and what it says; else now, and nothing. */
async function readIncident(
	context: CliContext,
): Promise<{ readonly onset: number; readonly texts: readonly string[] }> {
	const { open } = await context.openIncidents();
	const [incident] = open.length === 1 ? open : [];
	const onset = incident?.milestones.get('impactStartedAt') ?? incident?.milestones.get('declaredAt');
	const notes = incident?.timeline.filter(({ kind }) => kind === 'note').map(({ text }) => text) ?? [];
	return { onset: onset ?? context.clock.now(), texts: incident ? [incident.title, ...notes] : [] };
}

async function readTrace(
	history: DeployHistory,
	args: Arguments,
	{ folder, onset }: { readonly folder: string; readonly onset: number },
): Promise<TraceReading | undefined> {
	const file = args.value('trace');
	if (file === undefined) return undefined;
	const text = await readFile(path.resolve(folder, file), 'utf8').catch(() => undefined);
	if (text === undefined) throw new UserError(`The stack trace ${file} cannot be read. Is the path right?`);
	return history.readTrace(text, onset);
}

async function rehearse(history: DeployHistory, listed: readonly Deploy[]): Promise<readonly Deploy[]> {
	const results = new Map<string, Rehearsal>();
	for await (const part of history.rehearse(listed.map(({ sha }) => sha))) {
		for (const [sha, rehearsal] of part) results.set(sha, rehearsal);
	}
	return listed.map((deploy) => ({ ...deploy, rehearsal: results.get(deploy.sha) ?? deploy.rehearsal }));
}

/** What became of the frames that name files: where they lead, and where that is not clear. */
function toTraceLines({ commit, frames }: TraceReading): readonly string[] {
	const found = frames.filter(({ paths }) => paths.length > 0);
	if (found.length === 0) return [`No file of ${commit.slice(0, 10)} is named in the stack trace.`];
	return found.map(({ frame, paths, writtenBy }) => {
		const [path = '', ...others] = paths;
		if (others.length > 0) return `${frame.path} can be any of ${paths.join(', ')}, so it is left out.`;
		const place = frame.line === undefined ? path : `${path}:${frame.line}`;
		return writtenBy === undefined ? place : `${place} was written by ${writtenBy.slice(0, 10)}`;
	});
}

const standings: Readonly<Record<NonNullable<Deploy['standing']>, string>> = {
	running: 'Was running when the impact began',
	previous: 'Ran before it',
};

function toLines(deploy: Deploy): readonly string[] {
	const tags = deploy.tags.length > 0 ? ` [${deploy.tags.join(', ')}]` : '';
	const size = `${deploy.files.length} ${deploy.files.length === 1 ? 'file' : 'files'} +${deploy.insertions} -${deploy.deletions}`;
	const standing = deploy.standing ? [standings[deploy.standing]] : [];
	const reasons = deploy.reasons.map((reason) => reason.text);
	const rollback = isRehearsed(deploy.rehearsal) ? toRollbackLines(deploy.rehearsal) : [];
	return [
		`${deploy.sha.slice(0, 10)}  ${deploy.committedAt}  ${deploy.author}${tags}  ${deploy.title}`,
		`${indent}${[size, ...standing, ...reasons].join('; ')}`,
		...rollback.map((line) => `${indent}${line}`),
	];
}

const indent = ' '.repeat(12);

function toRollbackLines(rehearsal: Rehearsal): readonly string[] {
	return [describeRehearsal(rehearsal), ...rehearsal.notes.map(({ text }) => text)];
}
