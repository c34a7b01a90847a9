import { escapeInline } from '../postmortem/escape';
import { lengthText } from '../postmortem/timeText';
import type { ItemCoverage } from './coverage';
import type { Median } from './median';
import { measures, type Group, type IncidentReport } from './report';

/** The report as a Markdown document with Mermaid charts, for the built-in preview and for GitHub. */
export function reportMarkdown(report: IncidentReport): string {
	const [all] = report.groups;
	const { drill, backfilled, cancelled } = report.apart;
	return [
		'# Incident Report',
		'',
		`${all?.count ?? 0} incidents. Counted apart: ${drill} drills, ${backfilled} written down afterwards, ${cancelled} cancelled.`,
		'',
		...groupTable(report.groups),
		'',
		...measures.map(({ name, formula }) => `- ${name}: ${formula}`),
		'- n: incidents with both times; where there are none, the median is not available',
		...chart(
			'Incidents a Month',
			report.months.map(({ month, count }) => [month, count] as const),
		),
		...chart(
			'Incidents by Severity',
			report.groups.slice(1).map(({ name, count }) => [name, count] as const),
		),
		...coverageTable(report.coverage),
		'',
	].join('\n');
}

function groupTable(groups: readonly Group[]): readonly string[] {
	const names = measures.map(({ name }) => `${name} median (n)`);
	return [
		row(['Severity', 'Incidents', ...names, 'Updates in time']),
		row(['---', '---:', ...names.map(() => '---:'), '---:']),
		...groups.map(({ name, count, medians, updates }) =>
			row([
				name,
				String(count),
				...measures.map((measure) => medianText(medians[measure.name])),
				updates.due === 0 ? 'none due' : `${updates.kept} of ${updates.due}`,
			]),
		),
	];
}

function medianText({ value, n }: Median): string {
	return `${value === undefined ? 'not available' : lengthText(value)} (${n})`;
}

/** A Mermaid bar chart; its labels are ours: months and severities. */
function chart(title: string, bars: readonly (readonly [string, number])[]): readonly string[] {
	if (bars.length === 0) return [];
	const most = Math.max(...bars.map(([, count]) => count));
	return [
		'',
		`## ${title}`,
		'',
		'```mermaid',
		'xychart-beta',
		`    x-axis [${bars.map(([label]) => `"${label}"`).join(', ')}]`,
		`    y-axis "Incidents" 0 --> ${most}`,
		`    bar [${bars.map(([, count]) => count).join(', ')}]`,
		'```',
	];
}

function coverageTable(coverage: readonly ItemCoverage[]): readonly string[] {
	if (coverage.length === 0) return [];
	return [
		'',
		'## Runbook Coverage',
		'',
		row(['Item', 'Incidents', 'Done', 'Skipped', 'Never touched', 'Median minute (n)', 'Skipped because']),
		row(['---', '---:', '---:', '---:', '---:', '---:', '---']),
		...coverage.map((item) =>
			row([
				escapeInline(item.text),
				...[item.had, item.done, item.skipped, item.untouched].map(String),
				`${item.medianMinute.value === undefined ? 'not available' : `T+${Math.round(item.medianMinute.value)}`} (${item.medianMinute.n})`,
				item.reasons.map(({ why, count }) => `${escapeInline(why)} (${count})`).join(', '),
			]),
		),
	];
}

function row(cells: readonly string[]): string {
	return `| ${cells.join(' | ')} |`;
}
