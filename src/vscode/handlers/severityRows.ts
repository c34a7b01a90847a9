import type * as vscode from 'vscode';
import type { Severity } from '../../core/incident/model';
import { oneLine } from '../../core/printable';
import type { Runbook } from '../../core/runbook/model';
import { plain } from '../plain';

export type SeverityRow = vscode.QuickPickItem & { readonly severity: Severity };

const usual: readonly SeverityRow[] = [
	{ label: 'SEV-1', description: 'the worst: everybody or money is affected', severity: 'SEV-1' },
	{ label: 'SEV-2', description: 'serious, with a part still working', severity: 'SEV-2' },
	{ label: 'SEV-3', description: 'limited or with a workaround', severity: 'SEV-3' },
];

export const unknownRow: SeverityRow = {
	label: 'Unknown',
	description: 'decide later',
	severity: 'unknown',
};

/** The worst first, in the words of the team's own definitions where there are some; unknown last. */
export function severityRows(runbook: Pick<Runbook, 'severities'> | undefined): readonly SeverityRow[] {
	const defined = new Map<Severity, SeverityRow>();
	for (const { severity, name, description } of runbook?.severities ?? []) {
		const words = [name === severity ? '' : name, description ?? ''].filter(Boolean).join(': ');
		if (severity !== 'unknown' && !defined.has(severity))
			defined.set(severity, { label: severity, description: plain(oneLine(words)), severity });
	}
	const rows = [...defined.values()].sort((left, right) => left.label.localeCompare(right.label));
	return [...(rows.length > 0 ? rows : usual), unknownRow];
}
