import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import type { Disposable } from '../core/ports';

/** A burst of changes is told once, this many milliseconds after the last. */
const settleMs = 20;

/**
 * Calls back after something under the folder has changed. The folder need not exist yet: its grandparent (the git
 * directory) is watched until it does, because looking must not create anything. Watching is a convenience: where it
 * cannot be had, the record still works, only later.
 */
export function watchRecord(folder: string, changed: () => void): Disposable {
	let timer: NodeJS.Timeout | undefined;
	let watcher: FSWatcher | undefined;
	const settle = (): void => {
		clearTimeout(timer);
		timer = setTimeout(changed, settleMs);
	};
	const start = (): void => {
		watcher?.close();
		watcher = tryWatch(folder, true, settle);
		watcher ??= tryWatch(path.dirname(path.dirname(folder)), false, (name) => {
			if (name !== path.basename(path.dirname(folder))) return;
			settle();
			start();
		});
	};
	start();
	return {
		dispose() {
			clearTimeout(timer);
			watcher?.close();
		},
	};
}

function tryWatch(
	folder: string,
	recursive: boolean,
	onChange: (name: string | null) => void,
): FSWatcher | undefined {
	try {
		const watcher = watch(folder, { recursive, persistent: false }, (_event, name) => onChange(name));
		watcher.on('error', () => watcher.close());
		return watcher;
	} catch {
		return undefined;
	}
}
