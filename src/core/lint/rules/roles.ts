import type { Role } from '../../runbook/model';
import { spotOf, type LintDocument } from '../document';
import type { Spot } from '../finding';
import type { Rule } from '../rule';

const commander = /\bincident (?:commander|manager|lead(?:er)?|coordinator)\b|\bIC\b/i;
const scribe = /\bscribe\b|\bnote-?\s?taker\b|\brecorder\b/i;

/** Work with the hands on the system. */
const handsOn =
	/\bhands-on\b|\b(?:execut|perform|run|appl)\w*\b.{0,30}\b(?:rollbacks?|deploy\w*|fix(?:es)?|scripts?|commands?|changes|mitigations?|migrations?)\b|\b(?:debug|troubleshoot|fix|patch|implement|deploy|restart)\w*\b|\broll(?:s|ing)? back\b|\bwrit\w+ (?:the )?(?:code|fix)|\binvestigat\w*\b/i;
/** Roles whose work it is. */
const handsOnRole = /\btech(?:nical)?[\s-]+lead\b|\b(?:ops|operations|engineering) lead\b|\bresponder\b/i;
/** Saying that others do it, or that it is not done. */
const throughOthers =
	/\b(?:authori[sz]|approv|coordinat|delegat|ensur|oversee|oversight|supervis|direct|assign|decid|decision|track|confirm|lead|manag|monitor|guid|help|request|communicat|document|record|captur|not[eis]|not|never|avoid|don['’]t|does\s?n['’]t|without|rather than|instead of|post-?mortem|after)\w*/i;

export const commanderHandsOn: Rule = {
	code: 'commander-hands-on',
	severity: 'warning',
	summary: 'The incident commander also works on the fix, so nobody is left to command.',
	check: (document) => document.runbook.roles.flatMap((role) => handsOnSpot(document, role, commander)),
};

export const scribeHandsOn: Rule = {
	code: 'scribe-hands-on',
	severity: 'warning',
	summary: 'The scribe also works on the fix, so the notes will have holes.',
	check: (document) => document.runbook.roles.flatMap((role) => handsOnSpot(document, role, scribe)),
};

/** By what the role answers for, else by its name: `Technical Lead (Scribe)`. */
function handsOnSpot(document: LintDocument, role: Role, who: RegExp): readonly Spot[] {
	if (!who.test(role.name) && !who.test(role.short ?? '')) return [];
	const subject = role.short === undefined ? role.name : `${role.name} (${role.short})`;
	const work =
		role.responsibilities.find((text) => handsOn.test(text) && !throughOthers.test(text)) ??
		handsOnRole.exec(subject)?.[0];
	return work === undefined ? [] : [{ ...spotOf(document, role.line, role.name), subject, detail: work }];
}
