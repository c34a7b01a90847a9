/** What a heading says its part of the document is about, as bits. */
export const topic = {
	escalation: 1,
	severities: 2,
	contacts: 4,
	decisions: 8,
	/** Telling people at all. */
	updates: 16,
	/** Fences under it are messages even without a gap. */
	messages: 32,
} as const;

const rows: readonly (readonly [RegExp, number])[] = [
	[/escalat|escala[çc]/i, topic.escalation],
	[/sever|priorit|clas{1,2}ific|impact level|\bSEV|\bP\d/i, topic.severities],
	[/contacts?\b|contatos?\b|phone|on-?call (?:rotation|schedule|list)/i, topic.contacts],
	[
		/decision|decisão|decision-?making|when to (?:roll|escalate|declare)|rollback (?:criteria|triggers?)/i,
		topic.decisions,
	],
	[/update|communicat|cadence|frequency|notif|status\s?page|comunica|atualiza/i, topic.updates],
	[
		/template|message|communicat|notif|announce|declar|update|briefing|status\s?page|e-?mail|slack|statement|advisory|comunica/i,
		topic.messages,
	],
];

/** The topics of one heading, or-ed. */
export function topicsOf(heading: string): number {
	let topics = 0;
	for (const [pattern, bit] of rows) if (pattern.test(heading)) topics |= bit;
	return topics;
}
