import { readCadences } from './cadences';
import { readChecklist } from './checklist';
import { readDecisions } from './decisions';
import { readDocument, type RunbookDocument } from './document';
import { readEscalation } from './escalation';
import { withoutEmoji } from './headingText';
import { IdMint } from './itemId';
import { documentLinks } from './links';
import { readMetadata } from './metadata';
import type { Problem, Runbook, RunbookContext } from './model';
import { readChannels, readContacts } from './people';
import { readBulletProcedures, readProcedures } from './procedures';
import { readRoles } from './roles';
import { readScripts } from './scripts';
import { readSeverities } from './severities';
import { readTemplates } from './templates';

/**
 * Reads a runbook. Total: any text yields a model; what could not be made sense of is in `problems`.
 * The text is the whole file as decoded; byte order mark, CRLF and front matter are all right.
 */
export function parseRunbook(text: string, context: RunbookContext = {}): Runbook {
	return modelOf(readDocument(text), context);
}

/** The model of a document that is taken apart already. Total. */
export function modelOf(document: RunbookDocument, context: RunbookContext = {}): Runbook {
	const { blocks, sections, title, tables, scheme, front } = document;
	const ids = new IdMint();
	const roles = readRoles(sections, tables);
	const phases = readChecklist(sections, { ...context, ids, roles, scheme });
	const numbered = readProcedures(sections, { ...context, ids });
	const hasSteps = phases.length + numbered.length > 0;
	const procedures = hasSteps ? numbered : readBulletProcedures(sections, { ...context, ids });
	return {
		title: title ? withoutEmoji(title.words.text) : (front.fields.get('title') ?? ''),
		metadata: readMetadata(document),
		roles,
		phases,
		procedures,
		escalation: readEscalation(sections, tables),
		cadences: readCadences(sections, phases, tables, scheme),
		templates: readTemplates(sections),
		scripts: readScripts(sections, context),
		decisions: readDecisions(sections),
		channels: readChannels(sections, tables),
		contacts: readContacts(sections, tables),
		severities: readSeverities(sections, tables, scheme),
		links: documentLinks(blocks, context),
		problems: findProblems(document, phases.length + procedures.length),
	};
}

function findProblems({ text }: RunbookDocument, checklists: number): readonly Problem[] {
	if (/^[\s\uFEFF]*$/.test(text)) return [{ code: 'empty-document', line: 1, subject: '' }];
	return checklists === 0 ? [{ code: 'no-checklist', line: 1, subject: '' }] : [];
}
