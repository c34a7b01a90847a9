import { csvText } from '../csv';
import { apartOf, intervalOf, measures, type IncidentRecord } from './report';

/** One line an incident, oldest first; durations in minutes, empty where not available. */
export function incidentsCsv(records: readonly IncidentRecord[]): string {
	const rows = records
		.map(({ state }) => ({ state, at: state.milestones.get('declaredAt') ?? 0 }))
		.sort((one, other) => one.at - other.at)
		.map(({ state, at }) => [
			state.id,
			state.title,
			apartOf(state) ?? 'real',
			state.severity,
			state.status,
			new Date(at).toISOString(),
			...measures.map((measure) => minutes(intervalOf(state, measure))),
		]);
	const columns = measures.map(({ name, formula }) => `${name} minutes (${formula})`);
	return csvText(['Incident', 'Title', 'Kind', 'Severity', 'Status', 'Declared', ...columns], rows);
}

function minutes(length: number | undefined): string {
	return length === undefined ? '' : String(Math.round(length / 6000) / 10);
}
