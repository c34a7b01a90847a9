import type { IncidentKind, IncidentState } from '../incident/model';
import { checklistSections } from './checklist';
import type { DocumentFacts, StateFacts } from './facts';
import { actionItemSection, deploySection, otherSection, thinkingSections, updateSection } from './findings';
import { conflictSection, dueSection, escalationSection, roleSection, summary } from './standing';
import { safe, utc, utcSince } from './text';
import { timelineSection } from './timeline';

const kindLines: Readonly<Record<IncidentKind, readonly string[]>> = {
	real: [],
	drill: ['**This is a drill.** Nothing here happened to customers.', ''],
	backfilled: ['Written down after the fact.', ''],
};

/** The whole incident as Markdown, for people: what holds now, what is left, and how it came to it. */
export function stateDocument(state: IncidentState, known: StateFacts): string {
	const declaredAt = state.milestones.get('declaredAt') ?? known.now;
	const facts: DocumentFacts = { ...known, time: utcSince(declaredAt) };
	const lines = [
		`# ${safe(state.title)}`,
		'',
		...kindLines[state.kind],
		`As of ${utc(facts.now)}. All times are UTC, of ${utc(declaredAt).slice(0, 10)} where no day is given; T counts from the declaration.`,
		'',
		...summary(state, facts),
		'',
		...conflictSection(state, facts),
		...dueSection(facts),
		...roleSection(state, facts),
		...escalationSection(state, facts),
		...deploySection(state),
		...thinkingSections(state, facts),
		...checklistSections(state, facts),
		...updateSection(state, facts),
		...actionItemSection(state),
		...otherSection(facts),
		...timelineSection(state, facts),
	];
	return `${lines.join('\n').trimEnd()}\n`;
}
