import { readBlocks, type Block, type Heading } from './blocks';
import { cutFrontMatter, type FrontMatter } from './metadata';
import { outline, titleHeading, type Section } from './outline';
import { SectionTables } from './sectionTables';
import { detectScheme, type SeverityScheme } from './severityWords';

/** A Markdown document taken apart once, for every reader of it: those of the runbook and those of the lint. */
export interface RunbookDocument {
	/** The whole file, as decoded. */
	readonly text: string;
	readonly front: FrontMatter;
	readonly blocks: readonly Block[];
	readonly sections: readonly Section[];
	/** The heading that names the document. */
	readonly title: Heading | undefined;
	readonly tables: SectionTables;
	readonly scheme: SeverityScheme;
}

/** Total. The text is the whole file as decoded; byte order mark, CRLF and front matter are all right. */
export function readDocument(text: string): RunbookDocument {
	const front = cutFrontMatter(text);
	const blocks = readBlocks(front.body);
	const sections = outline(blocks);
	return {
		text,
		front,
		blocks,
		sections,
		title: titleHeading(blocks),
		tables: new SectionTables(front.body, sections),
		scheme: detectScheme(front.body),
	};
}
