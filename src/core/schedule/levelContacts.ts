import type { Contact, EscalationLevel } from '../runbook/model';

/** Whom the runbook names for a level: contacts called like it or like its role. `Primary On-Call` is for `On-Call`. */
export function contactsOf(
	{ name, role }: Pick<EscalationLevel, 'name' | 'role'>,
	contacts: readonly Contact[],
): readonly Contact[] {
	const titles = [name, ...(role?.split(/\s*[/,]\s*/) ?? [])].map(wordsOf).filter(({ length }) => length > 0);
	return contacts.filter((contact) => {
		const words = wordsOf(contact.name);
		return titles.some((title) => contains(words, title) || (words.length > 1 && contains(title, words)));
	});
}

/** `Engineering Manager: +1 555 0100`, or that nobody has filled it in. */
export function contactText({ name, value, placeholder }: Contact): string {
	return `${name}: ${placeholder ? 'not filled in' : value}`;
}

function contains(words: readonly string[], wanted: readonly string[]): boolean {
	return wanted.every((word) => words.includes(word));
}

function wordsOf(text: string): readonly string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
