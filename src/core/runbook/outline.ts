import { boldLabel } from './boldLabels';
import type { Block, Fence, Heading, ListItem, Paragraph } from './blocks';
import { topicsOf } from './topics';
import { Words } from './words';

/** What stands under one heading, up to the next heading of any level. */
export interface Section {
	/** `undefined` for what stands before the first heading. */
	readonly heading: Heading | undefined;
	/** The section of the next heading around; the document's title encloses nothing. */
	readonly parent: Section | undefined;
	/** What its heading and those around it say it is about: bits of `topic`. */
	readonly topics: number;
	readonly blocks: readonly Block[];
	/** The blocks again by kind: many readers ask for one kind, and most sections have none of it. */
	readonly paragraphs: readonly Paragraph[];
	readonly items: readonly ListItem[];
	readonly fences: readonly Fence[];
}

/** Cuts the blocks at the headings. The first level-1 heading is the title and encloses nothing. */
export function outline(blocks: readonly Block[]): readonly Section[] {
	const title = titleHeading(blocks);
	let current = new OpenSection(undefined, undefined);
	const sections = [current];
	const open: Section[] = [];
	for (const block of blocks) {
		if (block.kind !== 'heading') {
			current.add(block);
			continue;
		}
		while ((open.at(-1)?.heading?.level ?? 0) >= block.level) open.pop();
		current = new OpenSection(block, open.at(-1));
		sections.push(current);
		if (block !== title) open.push(current);
	}
	return sections;
}

class OpenSection implements Section {
	readonly heading: Heading | undefined;
	readonly parent: Section | undefined;
	readonly topics: number;
	readonly blocks: Block[] = [];
	readonly paragraphs: Paragraph[] = [];
	readonly items: ListItem[] = [];
	readonly fences: Fence[] = [];

	constructor(heading: Heading | undefined, parent: Section | undefined) {
		this.heading = heading;
		this.parent = parent;
		this.topics = (heading ? topicsOf(heading.words.source) : 0) | (parent?.topics ?? 0);
	}

	add(block: Exclude<Block, Heading>): void {
		this.blocks.push(block);
		if (block.kind === 'item') this.items.push(block);
		else if (block.kind === 'paragraph') this.paragraphs.push(block);
		else this.fences.push(block);
	}
}

/** The section's own heading and those around it, nearest first. */
export function headingsOf(section: Section): readonly Heading[] {
	const headings: Heading[] = [];
	for (let around: Section | undefined = section; around?.heading; around = around.parent) {
		headings.push(around.heading);
	}
	return headings;
}

/** The heading that names the document: the first one, when it is of level 1. */
export function titleHeading(blocks: readonly Block[]): Heading | undefined {
	const first = blocks.find((block) => block.kind === 'heading');
	return first?.level === 1 ? first : undefined;
}

/** A section, or what stands under one bold label of it. */
export interface Part {
	readonly heading: Heading | undefined;
	/** Enclosing headings, outermost first, without the document's title. */
	readonly ancestors: readonly Heading[];
	readonly blocks: readonly Block[];
}

/** Below every real level. */
const labelLevel = 7;

/**
 * The section cut further at its bold labels, for teams that write `**Block deployments:**` instead of a heading. Only
 * a label that has tasks under it cuts.
 */
export function splitAtLabels(section: Section): readonly Part[] {
	const { heading, blocks } = section;
	const around = headingsOf(section).toReversed();
	let current: Block[] = [];
	const parts: Part[] = [{ heading, ancestors: around.slice(0, -1), blocks: current }];
	blocks.forEach((block, index) => {
		const label = boldLabel(block);
		const next = blocks[index + 1];
		if (label === undefined || next?.kind !== 'item' || next.checked === undefined) {
			current.push(block);
			return;
		}
		const { line, endLine } = block;
		const own: Heading = { kind: 'heading', level: labelLevel, words: new Words(label), line, endLine };
		current = [];
		parts.push({ heading: own, ancestors: around, blocks: current });
	});
	return parts;
}
