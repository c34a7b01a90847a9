import { slug } from '../hash';

/** `added-call-the-bank`: no id of a runbook's item begins so; when it is taken, a number is added. */
export function mintAddedItemId(text: string, taken: ReadonlySet<string>): string {
	const base = ['added', slug(text, 30)].filter(Boolean).join('-');
	for (let count = 1; ; count++) {
		const id = count === 1 ? base : `${base}-${count}`;
		if (!taken.has(id)) return id;
	}
}
