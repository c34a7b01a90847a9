/** A request that brought no answer. `wasSent`: the other end may have got it all the same. */
export class NoAnswer extends Error {
	override readonly name = 'NoAnswer';
	readonly wasSent: boolean;

	constructor(message: string, wasSent: boolean) {
		super(message);
		this.wasSent = wasSent;
	}
}

/** By name, not `instanceof`: the lazily loaded chunks carry their own copy of the class. */
export function isNoAnswer(error: unknown): error is NoAnswer {
	return error instanceof Error && error.name === 'NoAnswer';
}
