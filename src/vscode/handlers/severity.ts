import { isSeverity, severityText } from '../../core/incident/severity';
import type { Handler } from '../commands';
import { requireTrust } from '../trust';
import { textIn } from './argument';
import { pickRow } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';
import { severityRows } from './severityRows';

export function changeSeverityHandler({ session, source }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust('no incident can be changed in it');
		const { state, record, title } = session.requireCurrent();
		const given = textIn(argument, 'severity');
		const rows = severityRows(source.loaded?.runbook).map((row) =>
			row.severity === state.severity ? { ...row, label: `${row.label} (now)` } : row,
		);
		const chosen = isSeverity(given)
			? { severity: given }
			: await pickRow(`Change Severity: ${title}`, 'How bad is it? If unsure, take the worse one', rows);
		if (!chosen) return;
		const { severity } = chosen;
		if (severity !== state.severity) await record('severityChanged', { severity });
		say(
			severity === state.severity
				? `It is ${severityText(severity)} already`
				: `Now ${severityText(severity)}`,
		);
	};
}
