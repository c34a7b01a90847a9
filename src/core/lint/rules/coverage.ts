import type { Severity } from '../../incident/model';
import { findSeverities, severityNamed } from '../../runbook/severityWords';
import { spotOf, type LintDocument } from '../document';
import type { Rule } from '../rule';

export const severityWithoutCadence: Rule = {
	code: 'severity-without-cadence',
	severity: 'warning',
	summary: 'A severity is used, and others have an update frequency, but this one has none.',
	check(document) {
		const cadences = document.runbook.cadences.filter(({ audience }) => audience !== 'postmortem');
		const covered = new Set(cadences.map(({ severity }) => severity));
		// Only a document that lists frequencies by severity can forget one.
		if (covered.has('any') || covered.size === 0) return [];
		return usedSeverities(document)
			.filter(({ severity }) => !covered.has(severity))
			.map(({ name, line }) => spotOf(document, line, name));
	},
};

interface UsedSeverity {
	readonly severity: Severity;
	readonly name: string;
	readonly line: number;
}

/** Those the document defines, and those its items are restricted to; each once, at its first place. */
function usedSeverities({ runbook, scheme, lines }: LintDocument): readonly UsedSeverity[] {
	const used = new Map<Severity, UsedSeverity>();
	for (const { severity, name, line } of runbook.severities) used.set(severity, { severity, name, line });
	for (const { line, severities } of runbook.phases.flatMap(({ groups }) =>
		groups.flatMap(({ items }) => items),
	)) {
		for (const severity of severities) {
			if (used.has(severity)) continue;
			const words = (lines[line - 1] ?? '').match(/\b(?:SEV|Sev|sev|P)[-\s]?\d/g) ?? [];
			const name = words.find((word) => severityNamed(word, scheme) === severity) ?? severity;
			used.set(severity, { severity, name, line });
		}
	}
	return [...used.values()].filter(({ severity }) => findSeverities(severity, { sev: 1, p: 1 }).length > 0);
}

/** A way to reach somebody, in the level's own part of the document. */
const reachable =
	/[\w.+-]+@[\w-]+\.\w|\+?\d[\d\s().-]{6,}\d|(?:^|[\s`*(])[#@][a-z][\w-]+|https?:\/\/|pagerduty|opsgenie|victorops|page\b|slack/i;

export const levelWithoutContact: Rule = {
	code: 'escalation-level-without-contact',
	severity: 'warning',
	summary: 'A level of the escalation ladder has no contact that is filled in.',
	check(document) {
		const { contacts, escalation } = document.runbook;
		// Without any list of contacts they are kept elsewhere.
		if (contacts.length === 0) return [];
		const filled = contacts.filter(({ placeholder }) => !placeholder).map(({ name }) => wordsOf(name));
		return escalation.levels.flatMap(({ name, role, line }) => {
			const wanted = [...wordsOf(name), ...wordsOf(role ?? '')];
			if (wanted.length === 0 || reachable.test(textOfLevel(document, line))) return [];
			const known = filled.some((words) => words.some((word) => wanted.includes(word)));
			return known ? [] : [{ ...spotOf(document, line, name), subject: role ? `${name} (${role})` : name }];
		});
	},
};

/** The lines of a level: its section when it has a heading, else its row. */
function textOfLevel(document: LintDocument, line: number): string {
	const index = document.sections.findIndex(({ heading }) => heading?.line === line);
	const end = document.sections[index + 1]?.heading?.line ?? document.lines.length + 1;
	return document.lines.slice(line - 1, index < 0 ? line : end - 1).join('\n');
}

/** Words that tell nobody apart. */
const empty = new Set([
	'the',
	'and',
	'for',
	'level',
	'tier',
	'contact',
	'contacts',
	'team',
	'primary',
	'escalation',
	'lead',
]);

function wordsOf(text: string): readonly string[] {
	const words =
		text
			.toLowerCase()
			.replace(/on-call/g, 'oncall')
			.match(/\p{L}{2,}/gu) ?? [];
	return words.filter((word) => !empty.has(word));
}
