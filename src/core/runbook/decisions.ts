import { labelledLists } from './boldLabels';
import { readHeading } from './headingText';
import { plainText } from './inline';
import type { Decision } from './model';
import type { Section } from './outline';

const decisionHeading =
	/decision|decisão|decision-?making|when to (?:roll|escalate|declare)|rollback (?:criteria|triggers?)/i;

/** Sections about deciding: bold choices with their criteria, and the owner from the heading's bracket. */
export function readDecisions(sections: readonly Section[]): readonly Decision[] {
	return sections.flatMap((section) => {
		if (!section.heading || !section.headings.some((source) => decisionHeading.test(source))) return [];
		const choices = labelledLists(section.blocks).map(({ label, line, items }) => {
			return { title: label, criteria: items.map((item) => plainText(item.source)), line };
		});
		if (choices.length === 0) return [];
		const { title, role } = readHeading(section.heading.source);
		return [
			{
				title,
				owner: role?.replace(/\s+(?:authority|decision|decides|owns)$/i, ''),
				choices,
				line: section.heading.line,
			},
		];
	});
}
