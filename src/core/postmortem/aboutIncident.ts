/** What tells a postmortem's incident: its id, and the name its file was drafted under. */
export interface NamedIncident {
	readonly id: string;
	/** Without a folder. */
	readonly fileName: string;
}

/**
 * The incident a postmortem is about: the only one whose id stands in it, first of all in a line that is about the
 * id; else the only one whose draft has the file's name. `undefined` when that is not certain.
 * @param name of the file, without its folders
 */
export function aboutIncident<T extends NamedIncident>(
	text: string,
	name: string,
	incidents: readonly T[],
): T | undefined {
	const byId = new Map(incidents.map((incident) => [incident.id, incident]));
	const idLines = text.split(/\r\n|\n|\r/).filter((line) => /\b(?:id|incident)\b[^:|]{0,20}[:|]/i.test(line));
	return only(named(idLines.join('\n'), byId)) ?? only(named(text, byId)) ?? only(drafted(name, incidents));
}

/** Ids are words of `a-z0-9-`: one that is the beginning of another is not named by it. */
function named<T>(text: string, byId: ReadonlyMap<string, T>): readonly T[] {
	const words = new Set(text.match(/[a-z0-9][a-z0-9-]*/g)?.map((word) => word.replace(/-+$/, '')));
	return [...words].flatMap((word) => byId.get(word) ?? []);
}

/** A second draft of the day is `name-2.md`. */
function drafted<T extends NamedIncident>(name: string, incidents: readonly T[]): readonly T[] {
	const exact = incidents.filter(({ fileName }) => fileName === name);
	const base = name.replace(/-\d{1,2}\.md$/, '.md');
	return exact.length > 0 ? exact : incidents.filter(({ fileName }) => fileName === base);
}

function only<T>(found: readonly T[]): T | undefined {
	return found.length === 1 ? found[0] : undefined;
}
