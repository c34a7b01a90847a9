import { isNamedRunbook } from '../runbook/discover';
import type { Runbook } from '../runbook/model';

/** Documents about incidents that are filled in, not followed; and what only reads like a runbook. */
const otherKind =
	/template|example|post-?mortem|retrospective|changelog|contributing|code_of_conduct|license|pull_request|issue_template|(^|\/)readme/i;
const titleWords =
	/\brunbook\b|\bplaybook\b|incident (?:response|management|runbook|handling|process|command)|\bon-?call\b|disaster recovery|\brollback\b|\boutage\b|\bemergenc|\bescalation\b|resposta a incidentes|respuesta a incidentes/i;

const nameWords =
	/(^|\/)(runbooks?|playbooks?|incidents?|incident-response|on-?call|sre|disaster-recovery)\/|(^|[/_-])(runbook|playbook|rollback|disaster[-_]recovery|on-?call|incidents?|outages?|emergency|escalations?|alerts?)([-_.]|$)/i;

/** A team that has such a folder keeps runbooks in it. */
const runbookFolder = /(^|\/)(runbooks?|playbooks?|on-?call)\//i;

/** Each row: what only runbooks have. Two of them, and something to do, make one. */
const signs: readonly ((runbook: Runbook, path: string) => boolean)[] = [
	(_, path) => nameWords.test(path),
	({ title }) => titleWords.test(title),
	({ phases }) => phases.some(({ window, groups }) => window ?? groups.some((group) => group.window)),
	({ phases }) => phases.some(({ groups }) => groups.some(({ role }) => role !== undefined)),
	({ roles }) => roles.length > 0,
	({ escalation }) => escalation.levels.length > 1,
	({ severities }) => severities.length > 1,
	({ cadences }) => cadences.length > 0,
	({ contacts }) => contacts.length > 0,
	({ decisions }) => decisions.length > 0,
	({ scripts }) =>
		scripts.some(({ effect }) => effect === 'check') && scripts.some(({ effect }) => effect === 'change'),
];

/** Whether a document is a runbook: by its name, else by what it holds. */
export function isRunbook(path: string, runbook: Runbook): boolean {
	if (isNamedRunbook(path)) return true;
	if (otherKind.test(path)) return false;
	const hasWork = runbook.phases.length > 0 || runbook.procedures.length > 0 || runbook.scripts.length > 0;
	if (hasWork && runbookFolder.test(path)) return true;
	return hasWork && signs.filter((sign) => sign(runbook, path)).length >= 2;
}
