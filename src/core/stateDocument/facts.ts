import type { IncidentFacts } from '../incident/rows/row';

/** What the document is made from beside the state; all of it may be empty. */
export interface StateFacts extends Omit<IncidentFacts, 'time'> {
	/** Ids of items that are not for the incident's severity. */
	readonly foreign: ReadonlySet<string>;
}

/** The same with how the document writes a time. */
export interface DocumentFacts extends StateFacts, Pick<IncidentFacts, 'time'> {}
