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

export function isArrayOf(value: unknown, isElement: (element: unknown) => boolean): boolean {
	return Array.isArray(value) && value.every(isElement);
}

/** JSON leaves out what is `undefined`. */
export function isOptional(value: unknown, isValue: (value: unknown) => boolean): boolean {
	return value === undefined || isValue(value);
}
