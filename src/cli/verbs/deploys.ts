import path from 'node:path';
import type { Deploy } from '../../core/deploys/model';
import { isoInstant, positiveNumber } from '../args';
import type { CliContext, Verb } from '../verb';

/** `deploys [--repo D] [--limit N] [--onset ISO] [--no-rehearse]`. */
export const deploys: Verb = {
	summary: 'List recent deploys from git, with what speaks for each as the cause.',
	words: [],
	options: { repo: 'value', limit: 'value', onset: 'value', 'no-rehearse': 'flag' },
	async run(args, context) {
		const limit = positiveNumber(args.value('limit'), 'limit', 20);
		const onsetText = args.value('onset');
		const onset = onsetText === undefined ? await assumedOnset(context) : isoInstant(onsetText, 'onset');
		const { openDeployHistory } = await import('../../node/git/git');
		const history = await openDeployHistory(path.resolve(context.folder, args.value('repo') ?? '.'));
		const found = await history.deploys({ limit, onset });
		context.print(found, found.length > 0 ? found.flatMap(toLines) : ['No deploys were found.']);
		return 0;
	},
};

/** The declaration of the open incident, when there is just one; else now. */
async function assumedOnset(context: CliContext): Promise<number> {
	const { open } = await context.openIncidents();
	const declaredAt = open.length === 1 ? open[0]?.milestones.get('declaredAt') : undefined;
	return declaredAt ?? context.clock.now();
}

function toLines(deploy: Deploy): readonly string[] {
	const tags = deploy.tags.length > 0 ? ` [${deploy.tags.join(', ')}]` : '';
	const size = `${deploy.files.length} ${deploy.files.length === 1 ? 'file' : 'files'} +${deploy.insertions} -${deploy.deletions}`;
	const reasons = deploy.reasons.map((reason) => reason.text).join('; ');
	return [
		`${deploy.sha.slice(0, 10)}  ${deploy.committedAt}  ${deploy.author}${tags}  ${deploy.title}`,
		`            ${[size, reasons].filter(Boolean).join('; ')}`,
	];
}
