import type { Audience } from '../incident/model';
import type { Role, Runbook } from '../runbook/model';

type RoleName = Pick<Role, 'name' | 'short'>;

const commanderName = /\bcommander\b|\bincident (?:lead(?:er)?|manager|coordinator)\b|^IC$/i;

/** Whether a role is the one who leads the response, whatever the runbook calls it. */
export function isCommander({ name, short }: RoleName): boolean {
	return commanderName.test(name) || (short !== undefined && commanderName.test(short));
}

/** Whether a role is meant, by its name or its short name: the command line takes `IC=Dana`. */
export function isNamed({ name, short }: RoleName, written: string): boolean {
	const wanted = written.trim().toLowerCase();
	return name.toLowerCase() === wanted || short?.toLowerCase() === wanted;
}

/** What a responsibility for an audience is called. */
const duties: Readonly<Record<Audience, RegExp>> = {
	internal: /internal|team|communicat/i,
	'status page': /status ?page|communicat/i,
	customers: /customer|client|public|external/i,
	support: /support/i,
	management: /management|stakeholder|executive|leadership/i,
};

/** The role that tells an audience: among those whose name is about communication first, else by what they answer for. */
export function roleTelling(audience: Audience, { roles }: Pick<Runbook, 'roles'>): string | undefined {
	const speakers = roles.filter(({ name }) => /communicat|comms\b|liaison/i.test(name));
	const answers = (role: Role): boolean => role.responsibilities.some((duty) => duties[audience].test(duty));
	return (speakers.find(answers) ?? speakers[0] ?? roles.find(answers))?.name;
}
