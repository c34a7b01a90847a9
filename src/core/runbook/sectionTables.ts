import type { Section } from './outline';
import { readTables, type Table } from './tables';

/** A row of dashes between pipes: most documents have none, and are spared the search. */
const maybeTable = /^[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*\|/m;

/** The tables of a document by section, read only where somebody asks. */
export class SectionTables {
	/** Empty when no line of the document could be a table's second. */
	readonly #lines: readonly string[];
	readonly #ends: ReadonlyMap<Section, number>;
	readonly #read = new Map<Section, readonly Table[]>();

	constructor(body: string, sections: readonly Section[]) {
		const lines = maybeTable.test(body) ? body.split(/\r?\n/) : [];
		this.#lines = lines;
		this.#ends = new Map(
			sections.map((section, index) => [
				section,
				(sections[index + 1]?.heading?.line ?? lines.length + 1) - 1,
			]),
		);
	}

	/** In document order; what stands in fences is no table. */
	of(section: Section): readonly Table[] {
		if (this.#lines.length === 0) return [];
		const known = this.#read.get(section);
		if (known) return known;
		const tables = this.#tablesIn(section);
		this.#read.set(section, tables);
		return tables;
	}

	#tablesIn(section: Section): readonly Table[] {
		const end = this.#ends.get(section) ?? 0;
		const fences = section.blocks.filter((block) => block.kind === 'fence');
		const starts = [section.heading?.endLine ?? 0, ...fences.map(({ endLine }) => endLine)];
		const ends = [...fences.map(({ line }) => line - 1), end];
		return starts.flatMap((start, index) => readTables(this.#lines, start + 1, ends[index] ?? end));
	}
}
