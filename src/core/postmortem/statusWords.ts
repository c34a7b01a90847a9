import type { Status } from '../incident/model';

/** How templates name a state; the first word is ours. */
const words: Readonly<Record<Status, readonly string[]>> = {
	triage: ['triage', 'open', 'new', 'active', 'abierto', 'aberto'],
	investigating: [
		'investigating',
		'under investigation',
		'ongoing',
		'in progress',
		'open',
		'active',
		'abierto',
		'aberto',
	],
	mitigating: ['mitigating', 'in progress', 'ongoing', 'open', 'active', 'abierto', 'aberto'],
	monitoring: ['monitoring', 'mitigated', 'mitigado'],
	resolved: ['resolved', 'resuelto', 'resolvido', 'fixed'],
	closed: ['closed', 'cerrado', 'fechado', 'completed', 'complete'],
	cancelled: ['cancelled', 'canceled', 'false alarm', 'wontfix', 'cancelado'],
};

/** The choice is about this document, and what was just written is its draft. */
const draftWords = ['draft', 'borrador', 'rascunho'];

export function isStatusChoice(options: readonly string[]): boolean {
	const known = [...Object.values(words).flat(), ...draftWords];
	return options.some((option) => known.includes(option.toLowerCase()));
}

/** The template's own word for the state, if it has one. */
export function chooseStatus(options: readonly string[], status: Status): string | undefined {
	for (const word of [...draftWords, ...words[status]]) {
		const option = options.find((candidate) => candidate.toLowerCase() === word);
		if (option !== undefined) {
			return option;
		}
	}
	return undefined;
}

/** `Resolved`. */
export function statusText(status: Status): string {
	return status.slice(0, 1).toUpperCase() + status.slice(1);
}
