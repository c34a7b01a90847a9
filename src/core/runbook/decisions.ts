import { labelledLists } from './boldLabels';
import { readHeading } from './headingText';
import type { Decision } from './model';
import type { Section } from './outline';
import { topic } from './topics';

/** Sections about deciding: bold choices with their criteria, and the owner from the heading's bracket. */
export function readDecisions(sections: readonly Section[]): readonly Decision[] {
	const decisions: Decision[] = [];
	for (const { heading, topics, blocks } of sections) {
		if (!heading || (topics & topic.decisions) === 0) continue;
		const choices = labelledLists(blocks).map(({ label, line, items }) => {
			return { title: label, criteria: items.map((item) => item.words.text), line };
		});
		if (choices.length === 0) continue;
		const { title, role } = readHeading(heading.words);
		const owner = role?.replace(/\s+(?:authority|decision|decides|owns)$/i, '');
		decisions.push({ title, owner, choices, line: heading.line });
	}
	return decisions;
}
