import type { MessageTemplate, Placeholder } from '../runbook/model';
import type { ComposeFacts } from './composeFacts';
import { chooseFor, proposeFor } from './fields';

/** A gap of a message with what is known of it. */
export interface MessageGap {
	/** What the gap stands for, such as `Brief description`. */
	readonly name: string;
	/** The exact text it replaces. */
	readonly source: string;
	/** Position of that text in the template's text, in UTF-16 code units. */
	readonly start: number;
	readonly options: readonly string[];
	/** From the record; `undefined` when a person has to say it. */
	readonly value: string | undefined;
	/** The value is only offered, or there is none: the person is asked. */
	readonly ask: boolean;
}

export interface Composition {
	readonly template: string;
	readonly gaps: readonly MessageGap[];
}

/** Fills a message of the runbook from the record, as far as that knows. Nothing is ever given to a shell. */
export function composeMessage(
	{ text, placeholders }: Pick<MessageTemplate, 'text' | 'placeholders'>,
	facts: ComposeFacts,
): Composition {
	let from = 0;
	const gaps = placeholders.flatMap((placeholder) => {
		const start = text.indexOf(placeholder.source, from);
		if (start < 0) return [];
		from = start + placeholder.source.length;
		return [gapOf(placeholder, { start, label: labelBefore(text, start) }, facts)];
	});
	return { template: text, gaps };
}

/** The message with its gaps filled: with what the person said, by position, else with what the record says. */
export function renderMessage({ template, gaps }: Composition, answers: ReadonlyMap<number, string>): string {
	let text = '';
	let from = 0;
	for (const gap of gaps) {
		text += template.slice(from, gap.start) + (answers.get(gap.start) ?? knownOf(gap) ?? gap.source);
		from = gap.start + gap.source.length;
	}
	return (text + template.slice(from)).replace(/[ \t]+$/gm, '').replace(/\n+$/, '');
}

/** What is only suggested needs a person’s yes: else it stays a gap, which the check before sending finds. */
function knownOf({ ask, value }: MessageGap): string | undefined {
	return ask ? undefined : value;
}

function gapOf(
	{ name, source, kind, options }: Placeholder,
	{ start, label }: { readonly start: number; readonly label: string },
	facts: ComposeFacts,
): MessageGap {
	const base = { name, source, start, options };
	if (kind === 'choice') {
		const value = chooseFor(options, facts);
		return { ...base, value, ask: value === undefined };
	}
	const proposal = proposeFor({ name, label }, facts);
	return { ...base, value: proposal?.value, ask: proposal?.isSuggestion ?? true };
}

/** `Started` of `Started: $(date)`: the words before the gap on its line, without marks. */
function labelBefore(text: string, start: number): string {
	const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
	return line
		.replace(/[*_`#>|-]/g, ' ')
		.replace(/[:：]\s*$/, '')
		.trim();
}
