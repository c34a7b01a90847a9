import type { IncidentState } from './model';

/** Members of the state that are instants, by name. */
const instantName = /^(?:at|until)$|At$/;

/**
 * The folded state as plain data for other programs: maps as objects, sets as lists, instants in ISO 8601 (UTC). An
 * instant no calendar has stays a number.
 */
export function stateJson(state: IncidentState): unknown {
	const handedOffAt = Object.fromEntries([...state.handedOffAt].map(([role, at]) => [role, iso(at)]));
	return { ...(plain('', state) as object), handedOffAt };
}

function plain(name: string, value: unknown): unknown {
	if (typeof value === 'number') return instantName.test(name) ? iso(value) : value;
	if (value instanceof Set || Array.isArray(value)) return [...value].map((each) => plain('', each));
	if (value instanceof Map) return members([...value] as readonly (readonly [string, unknown])[]);
	if (typeof value === 'object' && value !== null) return members(Object.entries(value));
	return value;
}

/** A key such as `__proto__`, from a hostile record, is a member like any other. */
function members(entries: readonly (readonly [string, unknown])[]): unknown {
	return Object.fromEntries(entries.map(([key, value]) => [key, plain(key, value)]));
}

function iso(instant: number): string | number {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? instant : date.toISOString();
}
