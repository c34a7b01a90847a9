import { redact } from './redact';

/** Kinds of secrets a text seems to hold, by their names, each once. */
export function findSecrets(text: string): readonly string[] {
	const before = new Set(namesIn(text));
	return [...new Set(namesIn(redact(text)))].filter((name) => !before.has(name));
}

function namesIn(text: string): readonly string[] {
	return [...text.matchAll(/\[redacted ([^\]\n]{1,60})\]/g)].map(([, name]) => name ?? '');
}
