import type { Section } from './outline';
import { readTables, type Table } from './tables';

/** The tables of a document by section, read only where somebody asks. */
export class SectionTables {
	readonly #lines: readonly string[];
	readonly #ends: ReadonlyMap<Section, number>;
	readonly #read = new Map<Section, readonly Table[]>();

	constructor(body: string, sections: readonly Section[]) {
		const lines = body.split(/\r?\n/);
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
