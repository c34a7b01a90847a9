/** JSON as it comes from a file anybody may have written. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
	return typeof value === 'string';
}

export function isFiniteNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

/** A time a calendar can hold, milliseconds since 1970: others could not be written as a date (ECMA-262, 21.4.1.1). */
export function isInstant(value: unknown): value is number {
	return isFiniteNumber(value) && Math.abs(value) <= 8.64e15;
}

export function isArrayOf(value: unknown, isElement: (element: unknown) => boolean): boolean {
	return Array.isArray(value) && value.every(isElement);
}

/** JSON leaves out what is `undefined`. */
export function isOptional(value: unknown, isValue: (value: unknown) => boolean): boolean {
	return value === undefined || isValue(value);
}

export type Guard = (value: unknown) => boolean;

/** A guard for an object whose named members all pass; others do not matter. */
export function hasShape(shape: Readonly<Record<string, Guard>>): (value: unknown) => boolean {
	const members = Object.entries(shape);
	return (value) => isObject(value) && members.every(([name, isMember]) => isMember(value[name]));
}

export function optional(isValue: Guard): Guard {
	return (value) => isOptional(value, isValue);
}

export function arrayOf(isElement: Guard): Guard {
	return (value) => isArrayOf(value, isElement);
}

export function oneOf(values: readonly string[]): Guard {
	return (value) => isString(value) && values.includes(value);
}

export function isBoolean(value: unknown): value is boolean {
	return typeof value === 'boolean';
}
