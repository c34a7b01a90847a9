import type { CheckCode, CheckFinding } from './finding';

/** The one sentence a person reads for a finding. */
export function checkText(finding: CheckFinding): string {
	return words[finding.code](finding);
}

const words: Readonly<Record<CheckCode, (finding: CheckFinding) => string>> = {
	'open-place': ({ subject }) => `“${subject}” still waits for an answer.`,
	'action-without-owner': ({ subject }) => `Nobody owns “${subject}”: name one person.`,
	'action-without-due': ({ subject }) => `“${subject}” has no due date: set a day.`,
	'times-out-of-order': ({ subject, detail }) =>
		`${subject} is before ${detail ?? ''}, which it should follow.`,
	blame: ({ subject }) =>
		`“${subject}” makes a person the cause: ask what let it happen, and what would have caught it.`,
	'no-impact-number': ({ subject }) =>
		`“${subject}” has no number: how many users, requests, minutes, or how much money?`,
	'single-root-cause': ({ subject }) =>
		`“${subject}” names one cause: what else had to be so, and what made it worse?`,
};
