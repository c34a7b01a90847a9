import type { Section } from './outline';
import { readTables, type Table } from './tables';

/** A row of dashes between pipes: most documents have none, and are spared the search. */
const maybeTable = /^[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*\|/m;

const noTables: readonly Table[] = [];

/** The tables of a document by section. */
export class SectionTables {
	readonly #found = new Map<Section, readonly Table[]>();

	constructor(body: string, sections: readonly Section[]) {
		if (!body.includes('|') || !maybeTable.test(body)) return;
		const lines = body.split(/\r?\n/);
		sections.forEach((section, index) => {
			const end = (sections[index + 1]?.heading?.line ?? lines.length + 1) - 1;
			const tables = tablesIn(section, lines, end);
			if (tables.length > 0) this.#found.set(section, tables);
		});
	}

	/** Whether there is none anywhere. */
	get isEmpty(): boolean {
		return this.#found.size === 0;
	}

	/** In document order; what stands in fences is no table. */
	of(section: Section): readonly Table[] {
		return this.#found.get(section) ?? noTables;
	}
}

function tablesIn(section: Section, lines: readonly string[], end: number): readonly Table[] {
	const fences = section.blocks.filter((block) => block.kind === 'fence');
	const starts = [section.heading?.endLine ?? 0, ...fences.map(({ endLine }) => endLine)];
	const ends = [...fences.map(({ line }) => line - 1), end];
	return starts.flatMap((start, index) => readTables(lines, start + 1, ends[index] ?? end));
}
