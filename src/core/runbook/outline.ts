import { boldLabel } from './boldLabels';
import type { Block, Heading } from './blocks';

/** A heading with the blocks under it, up to the next heading of any level, and the headings around it. */
export interface Section {
	/** `undefined` for what stands before the first heading. */
	readonly heading: Heading | undefined;
	/** Enclosing headings, outermost first, without the document's title. */
	readonly ancestors: readonly Heading[];
	readonly blocks: readonly Block[];
	/** The sources of its own heading and of those around it, nearest first. */
	readonly headings: readonly string[];
}

/** Cuts the blocks at the headings. The first level-1 heading is the title and encloses nothing. */
export function outline(blocks: readonly Block[]): readonly Section[] {
	const sections: Section[] = [];
	const title = titleHeading(blocks);
	let open: readonly Heading[] = [];
	let current: Block[] = [];
	sections.push({ heading: undefined, ancestors: [], blocks: current, headings: [] });
	for (const block of blocks) {
		if (block.kind !== 'heading') {
			current.push(block);
			continue;
		}
		current = [];
		const ancestors = open.filter((heading) => heading.level < block.level);
		sections.push({ heading: block, ancestors, blocks: current, headings: sourcesOf(block, ancestors) });
		open = block === title ? [] : [...ancestors, block];
	}
	return sections;
}

/** The heading that names the document: the first one, when it is of level 1. */
export function titleHeading(blocks: readonly Block[]): Heading | undefined {
	const first = blocks.find((block) => block.kind === 'heading');
	return first?.level === 1 ? first : undefined;
}

function sourcesOf(own: Heading, ancestors: readonly Heading[]): readonly string[] {
	return [own.source, ...ancestors.map((heading) => heading.source).reverse()];
}

/** Below every real level. */
const labelLevel = 7;

/**
 * The section cut further at its bold labels, for teams that write `**Block deployments:**` instead of a heading. Only
 * a label that has tasks under it cuts.
 */
export function splitAtLabels(section: Section): readonly Section[] {
	const { heading, ancestors, blocks } = section;
	if (!blocks.some((block) => block.kind === 'paragraph')) return [section];
	const around = heading ? [...ancestors, heading] : ancestors;
	let current: Block[] = [];
	const parts: Section[] = [{ ...section, blocks: current }];
	blocks.forEach((block, index) => {
		const source = boldLabel(block);
		const next = blocks[index + 1];
		if (source === undefined || next?.kind !== 'item' || next.checked === undefined) {
			current.push(block);
			return;
		}
		const { line, endLine } = block;
		const own: Heading = { kind: 'heading', level: labelLevel, source, line, endLine };
		current = [];
		parts.push({ heading: own, ancestors: around, blocks: current, headings: sourcesOf(own, around) });
	});
	return parts;
}
