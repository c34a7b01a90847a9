import { roleNamed } from '../runbook/roleNamed';
import type { Decision, Role, Script } from '../runbook/model';

interface Deciders {
	readonly decisions: readonly Decision[];
	readonly roles: readonly Role[];
}

/**
 * The role that the runbook gives the decision about a script to: `Rollback Decisions (IC Authority)` and a script
 * `Emergency rollback` make `Incident Commander`. The words of the decision's title all stand in the script's title or
 * commands; the first such decision counts. `undefined` when no decision is about it.
 */
export function decisionOwner(
	{ title, text }: Pick<Script, 'title' | 'text'>,
	{ decisions, roles }: Deciders,
): string | undefined {
	const words = wordsOf(`${title}\n${text}`);
	const decision = decisions.find((candidate) => {
		const subject = [...wordsOf(candidate.title)].filter((word) => !fillers.has(word));
		return candidate.owner !== undefined && subject.length > 0 && subject.every((word) => words.has(word));
	});
	return decision?.owner === undefined ? undefined : roleNamed(roles, decision.owner);
}

const fillers: ReadonlySet<string> = new Set(
	'decision making framework when to should we the a an of for or and how criteria authority'.split(' '),
);

/** Lower case, `roll back` and `rolling back` as `rollback`, without the `s` of a plural. */
function wordsOf(text: string): ReadonlySet<string> {
	const joined = text.toLowerCase().replace(/\broll(?:ing|ed)?[\s_-]?backs?(?=[^a-z]|$)/g, 'rollback');
	return new Set((joined.match(/[a-z]+|\p{L}+/gu) ?? []).map((word) => word.replace(/(?<=[^s])s$/, '')));
}
