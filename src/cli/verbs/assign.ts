import { loadRunbook } from '../../app/runbooks';
import type { RoleAssignment } from '../../core/incident/events/people';
import type { IncidentState } from '../../core/incident/model';
import { oneLine } from '../../core/printable';
import type { Role } from '../../core/runbook/model';
import { roleNamed } from '../../core/runbook/roleNamed';
import { isUserError } from '../../core/userError';
import { UsageError } from '../args';
import { openIncident, type CliContext, type Verb } from '../verb';

/** `assign R=NAME`. */
export const assign: Verb = {
	summary: 'Give a role to a person.',
	words: ['ROLE=NAME…'],
	options: { incident: 'value' },
	async run(args, context) {
		const { incidents, state } = await openIncident(args, context);
		const assignment = readRole(args.words[0] ?? '', await rolesOf(context, state));
		await incidents.record(state.id, 'roleAssigned', assignment);
		const { role, person } = assignment;
		context.print({ incident: state.id, role, person }, [`${role}: ${person}`]);
		return 0;
	},
};

/** `IC=Dana`, the role by its name or short name in the runbook, or any other. */
export function readRole(text: string, roles: readonly Role[]): RoleAssignment {
	const match = /^([^=]+)=(.+)$/.exec(text);
	const [role, person] = [oneLine(match?.[1] ?? ''), oneLine(match?.[2] ?? '')];
	if (role === '' || person === '')
		throw new UsageError(`A role is given as ROLE=NAME, such as IC=Dana, not “${text}”.`);
	return { role: roleNamed(roles, role), person };
}

/** A runbook that cannot be read now names no roles; that must not keep anybody from taking one. */
async function rolesOf(context: CliContext, { runbook }: IncidentState): Promise<readonly Role[]> {
	if (!runbook) return [];
	try {
		return (await loadRunbook(context.reader, runbook.path)).runbook.roles;
	} catch (error) {
		if (!isUserError(error)) throw error;
		return [];
	}
}
