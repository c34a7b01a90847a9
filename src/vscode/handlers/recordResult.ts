/**
 * Records how a run has ended; resolves with why that failed, `undefined` when it did not. Whatever the reason is: the
 * run is over, and the person has to be told its result.
 */
export async function reasonNotRecorded(
	record: () => Promise<void> | undefined,
): Promise<string | undefined> {
	try {
		await record();
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
