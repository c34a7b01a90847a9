import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import type { Disposable } from '../core/ports';

/** Changes this close together are told once. Milliseconds. */
const settleMs = 5;

/** How often to look where the system tells nothing, as on a network disk. Milliseconds. */
const pollMs = 5000;

interface Watched {
	readonly identity: string;
	readonly watcher: FSWatcher;
}

/**
 * Calls back with the name of an incident after something in its folder has changed, and without a name when any may
 * have. The record's folder may come into being, go and come back: the two above it (in a repository the last is the
 * git directory) are watched too, because looking must not create anything. Each folder is watched by itself, since
 * Linux cannot watch a tree. Watching is a convenience: where it cannot be had, there is the poll.
 */
export function watchRecord(folder: string, changed: (incident?: string) => void): Disposable {
	const watch = new RecordWatch(folder, changed);
	watch.follow();
	const poll = setInterval(() => {
		watch.follow();
		changed();
	}, pollMs).unref();
	return {
		dispose() {
			clearInterval(poll);
			watch.dispose();
		},
	};
}

class RecordWatch {
	readonly #folder: string;
	readonly #changed: (incident: string) => void;
	readonly #watched = new Map<string, Watched>();
	readonly #news = new Set<string>();
	#timer: NodeJS.Timeout | undefined;

	constructor(folder: string, changed: (incident: string) => void) {
		this.#folder = folder;
		this.#changed = changed;
	}

	/** Watches the folders there are now, and no others. */
	follow(): void {
		const parent = path.dirname(this.#folder);
		const present = new Map(
			[path.dirname(parent), parent, this.#folder, ...incidentFolders(this.#folder)].flatMap(withIdentity),
		);
		for (const [name, { identity, watcher }] of this.#watched) {
			if (present.get(name) === identity) continue;
			watcher.close();
			this.#watched.delete(name);
		}
		for (const [name, identity] of present) if (!this.#watched.has(name)) this.#watch(name, identity);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		for (const { watcher } of this.#watched.values()) watcher.close();
		this.#watched.clear();
	}

	#watch(name: string, identity: string): void {
		const isIncident = path.dirname(name) === this.#folder;
		const watcher = tryWatch(name, (child) => {
			if (isIncident) this.#tell(path.basename(name));
			else if (child === null || this.#folder.startsWith(path.join(name, child)) || name === this.#folder)
				this.follow();
		});
		if (!watcher) return;
		this.#watched.set(name, { identity, watcher });
		// Whatever came before the folder was watched was not told.
		if (isIncident) this.#tell(path.basename(name));
		else this.follow();
	}

	#tell(incident: string): void {
		this.#news.add(incident);
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			const incidents = [...this.#news];
			this.#news.clear();
			incidents.forEach(this.#changed);
		}, settleMs);
	}
}

function incidentFolders(folder: string): readonly string[] {
	try {
		const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
		return entries.map((entry) => path.join(folder, entry.name));
	} catch {
		// Not there yet, or not any more.
		return [];
	}
}

/** Tells a folder from a later one of the same name, which may even have got the number of its inode. */
function withIdentity(folder: string): readonly (readonly [name: string, identity: string])[] {
	try {
		const facts = statSync(folder, { throwIfNoEntry: false });
		return facts ? [[folder, `${facts.ino} ${facts.birthtimeMs}`]] : [];
	} catch {
		// What may not be looked at is not watched.
		return [];
	}
}

function tryWatch(folder: string, onChange: (name: string | null) => void): FSWatcher | undefined {
	try {
		const watcher = watch(folder, { persistent: false }, (_event, name) => onChange(name));
		watcher.on('error', () => watcher.close());
		return watcher;
	} catch {
		// The system has no more watches to give, or the folder has just gone.
		return undefined;
	}
}
