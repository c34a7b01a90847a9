import type { LinkedDocument } from './linkedDocument';

/** The same with nothing to run: its scripts belong to a folder that is not the current one. */
export function withoutScripts(document: LinkedDocument): LinkedDocument {
	if (document.kind === 'problem') return document;
	const { runbook } = document;
	const bare = <T extends object>(all: readonly T[]): readonly (T & { readonly scripts: [] })[] =>
		all.map((one) => ({ ...one, scripts: [] }));
	const phases = runbook.phases.map((phase) => {
		return { ...phase, groups: phase.groups.map((group) => ({ ...group, items: bare(group.items) })) };
	});
	const procedures = runbook.procedures.map((procedure) => ({ ...procedure, steps: bare(procedure.steps) }));
	return { kind: 'loaded', runbook: { ...runbook, phases, procedures, scripts: [] } };
}
