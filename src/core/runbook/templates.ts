import type { Fence } from './blocks';
import { readHeading } from './headingText';
import type { MessageTemplate } from './model';
import { headingsOf, type Section } from './outline';
import { findPlaceholders } from './placeholders';
import { topic } from './topics';

/** Info strings of fences that hold words for people. */
const messageLanguages = new Set([
	'',
	'text',
	'txt',
	'plain',
	'plaintext',
	'markdown',
	'md',
	'email',
	'slack',
]);
/** Drawings, decision trees, logs, data and shell sessions. */
const noMessage = /[├└│┌┐─▼►┬]|^\s*[{[]\s*$|^\s*(?:\$|#|>) \S|^\d{4}-\d\d-\d\dT|^\s*"\w+":/m;
const shellLine = /^\s*(?:sudo|git|kubectl|docker|curl|ssh|cd|npm|aws|gcloud|helm|systemctl|psql|export)\s/m;

/** Which moment a message is for. The heading decides before the text. */
const kinds: readonly (readonly [RegExp, MessageTemplate['kind']])[] = [
	[/support/i, 'support'],
	[/status\s?page/i, 'status page'],
	[/customer|client|public|external|service alert/i, 'customer'],
	[/declar|announce/i, 'declare'],
	[/update|progress/i, 'update'],
];

/** Every fence that is a message to fill and send, in document order. */
export function readTemplates(sections: readonly Section[]): readonly MessageTemplate[] {
	const templates: MessageTemplate[] = [];
	for (const section of sections) {
		for (const fence of section.fences) {
			const template = templateOf(fence, section);
			if (template) templates.push(template);
		}
	}
	return templates;
}

function templateOf(fence: Fence, section: Section): MessageTemplate | undefined {
	const { text, language } = fence;
	if (!messageLanguages.has(language) || text.trim() === '' || noMessage.test(text) || shellLine.test(text))
		return undefined;
	const placeholders = findPlaceholders(text, fence.line + 1);
	if ((section.topics & topic.messages) === 0 && placeholders.length < 2) return undefined;
	const title = section.heading ? readHeading(section.heading.words).title : '';
	const sources = headingsOf(section).map(({ words }) => words.source);
	const kind =
		kindOf(sources[0] ?? '') ?? kindOf(text.split('\n')[0] ?? '') ?? kindOf(sources.join(' ')) ?? 'other';
	return { title, kind, text, placeholders, line: fence.line + 1, endLine: fence.endLine - 1 };
}

function kindOf(text: string): MessageTemplate['kind'] | undefined {
	return kinds.find(([pattern]) => pattern.test(text))?.[1];
}
