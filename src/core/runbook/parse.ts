import { readBlocks, type Block } from './blocks';
import { readCadences } from './cadences';
import { readChecklist } from './checklist';
import { readDecisions } from './decisions';
import { readEscalation } from './escalation';
import { withoutEmoji } from './headingText';
import { plainText } from './inline';
import { linksIn } from './item';
import { IdMint } from './itemId';
import { resolveLink } from './links';
import { cutFrontMatter, readMetadata } from './metadata';
import type { Link, Problem, Runbook, RunbookContext } from './model';
import { outline, titleHeading } from './outline';
import { readChannels, readContacts } from './people';
import { readBulletProcedures, readProcedures } from './procedures';
import { readRoles } from './roles';
import { readScripts } from './scripts';
import { SectionTables } from './sectionTables';
import { readSeverities } from './severities';
import { detectScheme } from './severityWords';
import { readTemplates } from './templates';

/**
 * Reads a runbook. Total: any text yields a model; what could not be made sense of is in `problems`.
 * The text is the whole file as decoded; byte order mark, CRLF and front matter are all right.
 */
export function parseRunbook(text: string, context: RunbookContext = {}): Runbook {
	const front = cutFrontMatter(text);
	const blocks = readBlocks(front.body);
	const sections = outline(blocks);
	const heading = titleHeading(blocks);
	const tables = new SectionTables(front.body, sections);
	const scheme = detectScheme(front.body);
	const ids = new IdMint();
	const roles = readRoles(sections);
	const phases = readChecklist(sections, { ...context, ids, roles, scheme });
	const numbered = readProcedures(sections, ids);
	const hasSteps = phases.length + numbered.length > 0;
	const procedures = hasSteps ? numbered : readBulletProcedures(sections, ids);
	return {
		title: heading ? withoutEmoji(plainText(heading.source)) : (front.fields.get('title') ?? ''),
		metadata: readMetadata(sections[heading ? 1 : 0]?.blocks ?? [], front.fields),
		roles,
		phases,
		procedures,
		escalation: readEscalation(sections, tables),
		cadences: readCadences(sections, phases, tables, scheme),
		templates: readTemplates(sections),
		scripts: readScripts(sections, context),
		decisions: readDecisions(sections),
		channels: readChannels(sections),
		contacts: readContacts(sections, tables),
		severities: readSeverities(sections, tables, scheme),
		links: blocks.flatMap((block) => linksOf(block, context)),
		problems: findProblems(text, phases.length + procedures.length),
	};
}

function linksOf(block: Block, context: RunbookContext): readonly Link[] {
	if (block.kind === 'fence') return [];
	return linksIn(block.source).map((link) => resolveLink(link, block.line, context));
}

function findProblems(text: string, checklists: number): readonly Problem[] {
	if (/^[\s\uFEFF]*$/.test(text)) return [{ code: 'empty-document', line: 1, subject: '' }];
	return checklists === 0 ? [{ code: 'no-checklist', line: 1, subject: '' }] : [];
}
