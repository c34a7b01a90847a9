import type { Fence } from './blocks';
import { readHeading } from './headingText';
import type { MessageTemplate } from './model';
import type { Section } from './outline';
import { findPlaceholders } from './placeholders';

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
/** Headings under which a fence is a message even without a gap. */
const messageHeading =
	/template|message|communicat|notif|announce|declar|update|briefing|status\s?page|e-?mail|slack|statement|advisory|comunica/i;
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
	return sections.flatMap((section) => {
		const headings = section.headings;
		return section.blocks.flatMap((block) => (block.kind === 'fence' ? templateOf(block, headings) : []));
	});
}

function templateOf(fence: Fence, headings: readonly string[]): readonly MessageTemplate[] {
	const { text, language } = fence;
	if (!messageLanguages.has(language) || text.trim() === '' || noMessage.test(text) || shellLine.test(text))
		return [];
	const placeholders = findPlaceholders(text, fence.line + 1);
	const expected = headings.some((source) => messageHeading.test(source));
	if (!expected && placeholders.length < 2) return [];
	const title = readHeading(headings[0] ?? '').title;
	const kind =
		kindOf(headings[0] ?? '') ?? kindOf(text.split('\n')[0] ?? '') ?? kindOf(headings.join(' ')) ?? 'other';
	return [{ title, kind, text, placeholders, line: fence.line + 1, endLine: fence.endLine - 1 }];
}

function kindOf(text: string): MessageTemplate['kind'] | undefined {
	return kinds.find(([pattern]) => pattern.test(text))?.[1];
}
