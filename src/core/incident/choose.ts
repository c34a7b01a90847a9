import { UserError } from '../userError';
import type { IncidentState } from './model';

/**
 * The incident meant: the one named, else the only open one. Throws a `UserError` when there is none or when several
 * are open, naming them.
 */
export function chooseIncident(
	all: readonly IncidentState[],
	open: readonly IncidentState[],
	named: string | undefined,
): IncidentState {
	if (named !== undefined) {
		const found = all.find((state) => state.id === named);
		if (!found) throw new UserError(`There is no incident “${named}” in this folder${listed(all)}.`);
		return found;
	}
	const [only] = open;
	if (only && open.length === 1) return only;
	if (open.length > 1) {
		throw new UserError(`Several incidents are open: say which one with --incident${listed(open)}.`);
	}
	throw new UserError(
		`No incident is open here; declare one first, or name a resolved one with --incident${listed(all)}.`,
	);
}

function listed(states: readonly IncidentState[]): string {
	if (states.length === 0) return '';
	return `: ${states.map((state) => `${state.id} (${state.title})`).join(', ')}`;
}
