import { findRunbooks, loadRunbook, type LoadedRunbook } from '../../app/runbooks';
import { incidentKinds, type IncidentKind } from '../../core/incident/model';
import { referTo } from '../../core/incident/reference';
import { parseSeverity } from '../../core/incident/severity';
import { oneLine } from '../../core/printable';
import { isUserError, UserError } from '../../core/userError';
import { UsageError } from '../args';
import type { CliContext, Verb } from '../verb';
import { readRole } from './assign';
import { readTime } from './note';

/** `declare --title T [--severity S] [--role R=NAME]... [--runbook FILE] [--kind K] [--impact-started TIME]`. */
export const declare: Verb = {
	summary: 'Declare an incident and start its clock.',
	words: [],
	options: {
		title: 'value',
		severity: 'value',
		role: 'many',
		runbook: 'value',
		kind: 'value',
		'impact-started': 'value',
	},
	async run(args, context) {
		const title = oneLine(args.value('title') ?? '');
		if (title === '') throw new UsageError('--title is missing: say in a few words what is wrong.');
		const severity = readSeverity(args.value('severity') ?? 'unknown');
		const kind = readKind(args.value('kind') ?? 'real');
		const impactStartedAt = readTime(args.value('impact-started'), context.clock.now(), 'impact-started');
		const loaded = await chooseRunbook(context, args.value('runbook'));
		const runbook = loaded && referTo(loaded.runbook, loaded.path, loaded.sha256);
		const roles = args.many('role').map((text) => readRole(text, loaded?.runbook.roles ?? []));
		const data = { title, severity, roles, runbook, kind, impactStartedAt };
		const incident = await (await context.openIncidents()).declare(data);
		context.print({ incident }, [
			`Declared ${incident} (${kind === 'real' ? severity : `${severity}, ${kind}`}).`,
			runbook
				? `Runbook: ${runbook.path}, ${runbook.items.length} items.`
				: 'No runbook was found; the incident has no checklist.',
		]);
		return 0;
	},
};

export function readSeverity(text: string): NonNullable<ReturnType<typeof parseSeverity>> {
	const severity = parseSeverity(text);
	if (severity === undefined)
		throw new UserError(`“${text}” is not a severity; use SEV-1, SEV-2, … or unknown.`);
	return severity;
}

function readKind(text: string): IncidentKind {
	const kind = incidentKinds.find((one) => one === text);
	if (!kind) throw new UsageError(`--kind takes ${incidentKinds.join(', ')}, not “${text}”.`);
	return kind;
}

/** A runbook that was only found must not keep an incident from being declared; one that was named must be usable. */
async function chooseRunbook(
	context: CliContext,
	named: string | undefined,
): Promise<LoadedRunbook | undefined> {
	const path = named ?? (await findRunbooks(context.files, ''))[0];
	if (path === undefined) return undefined;
	try {
		return await loadRunbook(context.reader, path);
	} catch (error) {
		if (named !== undefined || !isUserError(error)) throw error;
		context.warn(error.message);
		return undefined;
	}
}
