import type { IncidentKind, IncidentState } from '../incident/model';
import { checklistSections } from './checklist';
import {
	actionItemSection,
	conflictSection,
	deploySection,
	dueSection,
	escalationSection,
	otherSection,
	roleSection,
	summary,
	thinkingSections,
	updateSection,
	type StateFacts,
} from './sections';
import { safe, utc } from './text';
import { timelineSection } from './timeline';

const kindLines: Readonly<Record<IncidentKind, readonly string[]>> = {
	real: [],
	drill: ['**This is a drill.** Nothing here happened to customers.', ''],
	backfilled: ['Written down after the fact.', ''],
};

/** The whole incident as Markdown, for people: what holds now, what is left, and how it came to it. */
export function stateDocument(state: IncidentState, facts: StateFacts): string {
	const lines = [
		`# ${safe(state.title)}`,
		'',
		...kindLines[state.kind],
		`As of ${utc(facts.now)}. All times are UTC; T counts from the declaration.`,
		'',
		...summary(state, facts),
		'',
		...conflictSection(state),
		...dueSection(facts),
		...roleSection(state, facts),
		...escalationSection(state, facts),
		...deploySection(state),
		...thinkingSections(state),
		...checklistSections(state, facts),
		...updateSection(state),
		...actionItemSection(state),
		...otherSection(facts),
		...timelineSection(state),
	];
	return `${lines.join('\n').trimEnd()}\n`;
}
