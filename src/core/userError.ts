/**
 * A mistake or a situation the person can act on. Its message is one sentence that says what, where and what to
 * do; it is shown as it stands. Everything else that is thrown is a bug and goes to the log with its stack.
 */
export class UserError extends Error {
	override readonly name = 'UserError';
}

/** By name, not `instanceof`: the lazily loaded chunks carry their own copy of the class. */
export function isUserError(error: unknown): error is UserError {
	return error instanceof Error && error.name === 'UserError';
}
