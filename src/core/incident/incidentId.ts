import { slug } from '../hash';

/**
 * `inc-20261123-0314-checkout-errors`: sorts by time, says what it is, and is safe as a folder name everywhere.
 * The time is UTC. When it is taken, a number is added.
 */
export function mintIncidentId(title: string, now: number, taken: ReadonlySet<string>): string {
	const stamp = new Date(now).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 13);
	const words = slug(title.normalize('NFKD').replace(/[^\p{ASCII}]/gu, ''), 30);
	const base = ['inc', stamp, words].filter(Boolean).join('-');
	for (let count = 1; ; count++) {
		const id = count === 1 ? base : `${base}-${count}`;
		if (!taken.has(id)) return id;
	}
}

/** The only names that are taken for incidents on disk. */
export function isIncidentId(name: string): boolean {
	return /^[a-z0-9][a-z0-9-]{4,63}$/.test(name);
}
