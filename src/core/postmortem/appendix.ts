import type { IncidentState } from '../incident/model';
import { standingTimeline } from './curated';
import { escapeInline, escapeKeepingAddresses } from './escape';
import type { Facts } from './facts';
import { hasAddresses } from './fill';
import { mermaidTimeline } from './mermaid';
import { dateClockText } from './timeText';

/** The lists of the record and their headings, in the order they are read. */
const parts = [
	['Measures', 'measures'],
	['Severity over Time', 'severityOverTime'],
	['Roles over Time', 'rolesOverTime'],
	['Suspect Deploys', 'suspects'],
	['Rollbacks', 'rollbacks'],
	['Hypotheses', 'hypotheses'],
	['Updates', 'cadence'],
	['Runbook Items', 'checklist'],
] as const satisfies readonly (readonly [string, keyof Facts])[];

export const appendixHeading = '## Appendix: Record of the Incident';

/** Everything the record tells, as one section for the end of any postmortem. Begins and ends with a line end. */
export function appendixText(state: IncidentState, facts: Facts, lineEnd: string): string {
	const lists = parts.flatMap(([title, key]) => {
		const lines = facts[key] ?? [];
		const escape = hasAddresses.has(key) ? escapeKeepingAddresses : escapeInline;
		return lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines.map((line) => `- ${escape(line)}`)];
	});
	const rows = facts.timeline ?? [];
	const diagram =
		rows.length === 0
			? []
			: [
					'',
					'### Diagram',
					'',
					'```mermaid',
					...mermaidTimeline(facts.title ?? state.id, rows).split('\n'),
					'```',
				];
	const lines = ['', appendixHeading, ...lists, ...diagram, ...fullTimeline(state), ''];
	return lines.join(lineEnd);
}

function fullTimeline(state: IncidentState): readonly string[] {
	const rows = standingTimeline(state).map(
		({ at, by, text }) =>
			`| ${dateClockText(at) ?? ''} | ${escapeKeepingAddresses(text)} | ${escapeInline(by)} |`,
	);
	const head = ['| Time (UTC) | Event | Who |', '| --- | --- | --- |'];
	return rows.length === 0 ? [] : ['', '### Full Timeline', '', ...head, ...rows];
}
