import type { Candidate } from './select';
import type { TraceFrame } from './stackTrace';

/** A stack trace read against the commit that was running. */
export interface TraceReading {
	/** The commit whose files were looked at; full id. */
	readonly commit: string;
	readonly frames: readonly TracedFrame[];
}

export interface TracedFrame {
	readonly frame: TraceFrame;
	/** Files it can mean: one, several when that is not clear, none when it is not of this repository. */
	readonly paths: readonly string[];
	/** The commit of the deploy branch that brought the line; only with one path and a line that exists there. */
	readonly writtenBy?: string;
}

/** What a trace says of one deploy. */
export interface TraceFindings {
	/** `src/pay.ts:42`, from the top of the trace. */
	readonly wrote: readonly string[];
	/** Files of the trace that it changed. */
	readonly changed: readonly string[];
}

/**
 * What a trace says of each candidate. `order` are the ids of the deploy branch from new to old: a commit between two
 * deploys was carried by the newer one.
 */
export function findTraced(
	reading: TraceReading,
	candidates: readonly Candidate[],
	order: readonly string[],
): (candidate: Candidate, files: readonly string[]) => TraceFindings {
	const places = new Map(order.map((sha, place) => [sha, place]));
	const carriers = candidates.map(({ entry }) => places.get(entry.sha) ?? -1);
	const wrote = new Map<string, string[]>();
	for (const { frame, paths, writtenBy = '' } of reading.frames) {
		const place = places.get(writtenBy);
		const carrier = place === undefined ? undefined : carrierOf(place, carriers);
		const sha = carrier === undefined ? undefined : order[carrier];
		const text = `${paths[0] ?? ''}:${frame.line ?? ''}`;
		if (sha !== undefined) wrote.set(sha, [...(wrote.get(sha) ?? []), text]);
	}
	const traced = new Set(reading.frames.flatMap(({ paths }) => (paths.length === 1 ? paths : [])));
	return ({ entry }, files) => ({
		wrote: wrote.get(entry.sha) ?? [],
		changed: files.filter((path) => traced.has(path)),
	});
}

/** The oldest deploy that is not older. */
function carrierOf(place: number, carriers: readonly number[]): number | undefined {
	const possible = carriers.filter((carrier) => carrier >= 0 && carrier <= place);
	return possible.length === 0 ? undefined : Math.max(...possible);
}
