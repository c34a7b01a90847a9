import { findRunbooks, loadRunbook } from '../../app/runbooks';
import type { RoleAssignment } from '../../core/incident/events/people';
import type { RunbookReference } from '../../core/incident/model';
import { referTo } from '../../core/incident/reference';
import { parseSeverity } from '../../core/incident/severity';
import { oneLine } from '../../core/printable';
import { isUserError, UserError } from '../../core/userError';
import { UsageError } from '../args';
import type { CliContext, Verb } from '../verb';

/** `declare --title T [--severity S] [--role R=NAME]... [--runbook FILE]`. */
export const declare: Verb = {
	summary: 'Declare an incident and start its clock.',
	words: [],
	options: { title: 'value', severity: 'value', role: 'many', runbook: 'value' },
	async run(args, context) {
		const title = oneLine(args.value('title') ?? '');
		if (title === '') throw new UsageError('--title is missing: say in a few words what is wrong.');
		const severity = readSeverity(args.value('severity') ?? 'unknown');
		const roles = args.many('role').map(readRole);
		const runbook = await referToRunbook(context, args.value('runbook'));
		const incident = await (await context.openIncidents()).declare({ title, severity, roles, runbook });
		context.print({ incident }, [
			`Declared ${incident} (${severity}).`,
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

function readRole(text: string): RoleAssignment {
	const match = /^([^=]+)=(.+)$/.exec(text);
	if (!match?.[1] || !match[2])
		throw new UsageError(`--role takes ROLE=NAME, such as IC=Dana, not “${text}”.`);
	return { role: oneLine(match[1]), person: oneLine(match[2]) };
}

/** A runbook that was only found must not keep an incident from being declared; one that was named must be usable. */
async function referToRunbook(
	context: CliContext,
	named: string | undefined,
): Promise<RunbookReference | undefined> {
	const path = named ?? (await findRunbooks(context.files, ''))[0];
	if (path === undefined) return undefined;
	try {
		const loaded = await loadRunbook(context.reader, path);
		return referTo(loaded.runbook, loaded.path, loaded.sha256);
	} catch (error) {
		if (named !== undefined || !isUserError(error)) throw error;
		context.warn(error.message);
		return undefined;
	}
}
