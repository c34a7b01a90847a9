import { arrayOf, hasShape, isBoolean, isString, oneOf, optional } from '../guards';
import { actionKinds, type ActionItemState, type ActionKind } from '../model';
import type { EventRules } from '../rule';

interface ActionItemFields {
	readonly owner: string | undefined;
	/** A day, `2026-12-01`. */
	readonly due: string | undefined;
	readonly kind: ActionKind | undefined;
}

/** What the team decided, believed, and wants done afterwards. */
export interface ThinkingEvents {
	/** `decision` and `choice` are titles of the runbook's framework; `criteria` those of its criteria that held. */
	readonly decisionMade: {
		readonly decision: string;
		readonly choice: string;
		readonly criteria: readonly string[];
		readonly decidedBy: string;
		readonly owner: string | undefined;
	};
	readonly hypothesisAdded: { readonly text: string };
	/** `hypothesis` is the id of the event that added it. */
	readonly hypothesisResolved: {
		readonly hypothesis: string;
		readonly text: string;
		readonly outcome: 'confirmed' | 'ruled out';
		readonly why: string | undefined;
	};
	readonly actionItemAdded: ActionItemFields & { readonly text: string };
	/** `actionItem` is the id of the event that added it; all fields as they are from now on. */
	readonly actionItemChanged: ActionItemFields & {
		readonly actionItem: string;
		readonly text: string;
		readonly done: boolean;
	};
}

const fields = {
	text: isString,
	owner: optional(isString),
	due: optional(isString),
	kind: optional(oneOf(actionKinds)),
};

export const thinkingRules: EventRules<ThinkingEvents> = {
	decisionMade: {
		isData: hasShape({
			decision: isString,
			choice: isString,
			criteria: arrayOf(isString),
			decidedBy: isString,
			owner: optional(isString),
		}),
		apply: (draft, { id, at, data }) => void draft.decisions.push({ id, at, ...data, owner: data.owner }),
		kind: 'decision',
		describe: ({ decision, choice, criteria, decidedBy }) =>
			`${decidedBy} decided: ${choice} (${decision})${criteria.length > 0 ? `, because: ${criteria.join('; ')}` : ''}`,
		undoable: true,
	},
	hypothesisAdded: {
		isData: hasShape({ text: isString }),
		apply: (draft, { id, at, by, data: { text } }) =>
			void draft.hypotheses.set(id, { text, outcome: 'open', why: undefined, at, by }),
		kind: 'hypothesis',
		describe: ({ text }) => `Hypothesis: ${text}`,
		undoable: true,
	},
	hypothesisResolved: {
		isData: hasShape({
			hypothesis: isString,
			text: isString,
			outcome: oneOf(['confirmed', 'ruled out']),
			why: optional(isString),
		}),
		register: ({ hypothesis }) => `hypothesis:${hypothesis}`,
		apply: (draft, { data: { hypothesis, outcome, why } }) => {
			const known = draft.hypotheses.get(hypothesis);
			if (known) draft.hypotheses.set(hypothesis, { ...known, outcome, why });
		},
		kind: 'hypothesis',
		describe: ({ text, outcome, why }) => `Hypothesis ${outcome}: ${text}${why ? ` (${why})` : ''}`,
		undoable: true,
	},
	actionItemAdded: {
		isData: hasShape(fields),
		apply: (draft, { id, data }) => void draft.actionItems.set(id, toActionItem(data, false)),
		kind: 'action',
		describe: ({ text, owner }) => `Action item: ${text}${owner ? ` (${owner})` : ''}`,
		undoable: true,
	},
	actionItemChanged: {
		isData: hasShape({ ...fields, actionItem: isString, done: isBoolean }),
		register: ({ actionItem }) => `action:${actionItem}`,
		apply: (draft, { data }) => {
			if (!draft.actionItems.has(data.actionItem)) return;
			draft.actionItems.set(data.actionItem, toActionItem(data, data.done));
		},
		kind: 'action',
		describe: ({ text, done }) => `Action item ${done ? 'done' : 'changed'}: ${text}`,
		undoable: true,
	},
};

function toActionItem(
	{ text, owner, due, kind }: ThinkingEvents['actionItemAdded'],
	done: boolean,
): ActionItemState {
	return { text, owner, due, kind, done };
}
