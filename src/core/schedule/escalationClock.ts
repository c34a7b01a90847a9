import type { IncidentState, Severity } from '../incident/model';
import { parseSeverity } from '../incident/severity';
import { duration } from '../runbook/dueState';
import type { Escalation, EscalationException, EscalationLevel } from '../runbook/model';
import { minuteMs, type Clock } from './dueItem';

/**
 * Who is to be paged next while nobody has acknowledged: the first level at the declaration, each further one an
 * interval after the page before. Without an interval in the runbook there is no clock. Where an exception applies, all
 * levels are due at once.
 */
export function escalationClocks(state: IncidentState, escalation: Escalation): readonly Clock[] {
	const { level: paged, at, acknowledged } = state.escalation;
	const from = at ?? state.milestones.get('declaredAt');
	if (acknowledged || from === undefined || paged >= escalation.levels.length) return [];
	const exception = applyingException(state, escalation);
	if (exception) return [allLevelsClock(exception, state.milestones.get('declaredAt') ?? from)];
	const next = escalation.levels[paged];
	const { intervalMin } = escalation;
	if (!next || intervalMin === undefined || !isPagedFor(state.severity, escalation)) return [];
	return [
		{
			id: `escalation:${paged + 1}`,
			kind: 'escalation',
			title: `Page to level ${paged + 1}, ${levelName(next)}`,
			from,
			dueAt: paged === 0 ? from : from + intervalMin * minuteMs,
			everyMin: intervalMin,
			because: `not acknowledged; ${duration(intervalMin)} between levels`,
			line: next.line,
			who: undefined,
			condition: undefined,
			action: { kind: 'escalate', level: paged + 1 },
		},
	];
}

function allLevelsClock({ title, line }: EscalationException, declaredAt: number): Clock {
	return {
		id: 'escalation:all',
		kind: 'escalation',
		title: 'Page to all levels at once',
		from: declaredAt,
		dueAt: declaredAt,
		everyMin: undefined,
		because: `not acknowledged; ${title}`,
		line,
		who: undefined,
		condition: undefined,
		action: { kind: 'escalateToAll', exception: title },
	};
}

/** Where the response times name severities, such as `Immediate for SEV-1`, others page nobody. */
function isPagedFor(severity: Severity, { levels }: Escalation): boolean {
	const named = levels.flatMap(({ respond }) => respond.flatMap((text) => text.match(severityName) ?? []));
	if (severity === 'unknown' || named.length === 0) return true;
	return named.some((name) => parseSeverity(name) === severity);
}

const severityName = /\b(?:sev(?:erity)?[\s-]?|p)\d\b/gi;

/** `Admin (Engineering Manager)`. */
export function levelName({ name, role }: Pick<EscalationLevel, 'name' | 'role'>): string {
	return role === undefined || role === name ? name : `${name} (${role})`;
}

/** Words of an exception's heading that do not say what it is about. */
const formWords =
	/^(?:exceptions?|overrides?|rules?|polic(?:y|ies)|escalations?|always|pages?|the|for|of|and|a)$/i;

/**
 * The exception that pages every level, when the incident's title has all the words it is about: an “Emergency Call
 * Exception” applies to “Emergency call button dead”. A person may choose it in any case.
 */
export function applyingException(
	{ title }: Pick<IncidentState, 'title'>,
	{ exceptions }: Escalation,
): EscalationException | undefined {
	const said = new Set(wordsOf(title));
	return exceptions.find((exception) => {
		const subject = wordsOf(exception.title).filter((word) => !formWords.test(word));
		return exception.allLevels && subject.length > 0 && subject.every((word) => said.has(word));
	});
}

/** Lower case, a plural s dropped. */
function wordsOf(text: string): readonly string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
