import { readBlocks, type Block } from './blocks';
import { readChecklist } from './checklist';
import { withoutEmoji } from './headingText';
import { plainText } from './inline';
import { linksIn } from './item';
import { resolveLink } from './links';
import { cutFrontMatter, readMetadata } from './metadata';
import type { Link, Phase, Problem, Runbook, RunbookContext } from './model';
import { outline, titleHeading } from './outline';
import { readRoles } from './roles';
import { readScripts } from './scripts';

/**
 * Reads a runbook. Total: any text yields a model; what could not be made sense of is in `problems`.
 * The text is the whole file as decoded; byte order mark, CRLF and front matter are all right.
 */
export function parseRunbook(text: string, context: RunbookContext = {}): Runbook {
	const front = cutFrontMatter(text);
	const blocks = readBlocks(front.body);
	const sections = outline(blocks);
	const heading = titleHeading(blocks);
	const roles = readRoles(sections);
	const phases = readChecklist(sections, roles, context);
	const preamble = heading ? (sections[1]?.blocks ?? []) : (sections[0]?.blocks ?? []);
	return {
		title: heading ? withoutEmoji(plainText(heading.source)) : (front.fields.get('title') ?? ''),
		metadata: readMetadata(preamble, front.fields),
		roles,
		phases,
		scripts: readScripts(sections),
		links: blocks.flatMap((block) => linksOf(block, context)),
		problems: findProblems(text, phases),
	};
}

function linksOf(block: Block, context: RunbookContext): readonly Link[] {
	if (block.kind === 'fence') return [];
	return linksIn(block.source).map((link) => resolveLink(link, block.line, context));
}

function findProblems(text: string, phases: readonly Phase[]): readonly Problem[] {
	if (/^[\s\uFEFF]*$/.test(text)) return [{ code: 'empty-document', line: 1, subject: '' }];
	return phases.length === 0 ? [{ code: 'no-checklist', line: 1, subject: '' }] : [];
}
