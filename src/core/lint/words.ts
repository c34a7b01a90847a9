import type { Finding, RuleCode } from './finding';
import type { Swallow } from './swallowed';

/** The one sentence a person reads for a finding. */
export function findingText(finding: Finding): string {
	return words[finding.code](finding);
}

const words: Readonly<Record<RuleCode, (finding: Finding) => string>> = {
	'unresolved-link': ({ subject, detail }) =>
		`“${subject}” does not exist.${detail === undefined ? '' : ` Did you mean ${detail}?`}`,
	'unresolved-anchor': ({ subject, detail }) =>
		`${noSection(subject)}${detail === undefined ? '' : ` Did you mean ${detail}?`}`,
	'missing-script': ({ subject }) => `The script “${subject}” is nowhere in the repository.`,
	'unfilled-placeholder': ({ subject }) => `“${subject}” still has to be filled in.`,
	'stale-last-updated': ({ subject, detail }) =>
		`Last updated ${subject}, ${detail ?? ''} days ago: check that it still holds.`,
	'missing-last-updated': () => 'The runbook does not say when it was last updated.',
	'missing-owner': () => 'The runbook does not say who owns it.',
	'severity-without-cadence': ({ subject }) =>
		`${subject} has no update frequency, unlike other severities here.`,
	'escalation-level-without-contact': ({ subject }) =>
		`No contact is filled in for escalation level “${subject}”.`,
	'duplicate-item': ({ subject, detail }) => `“${subject}” is in this list already (line ${detail ?? ''}).`,
	'commander-hands-on': ({ subject, detail }) =>
		`${subject} also works on the fix (“${detail ?? ''}”), so nobody is left to command.`,
	'scribe-hands-on': ({ subject, detail }) =>
		`${subject} takes notes and works on the fix (“${detail ?? ''}”): one of the two will not be done.`,
	'script-cannot-fail': ({ subject, detail }) => `The check “${subject}” cannot fail: ${reasonOf(detail)}.`,
	'destructive-without-check': ({ subject }) =>
		`“${subject}” cannot be taken back, and no check beside it says when to run it.`,
	'unlabelled-shell-fence': () => 'These are shell commands: label the fence “bash” so that they can be run.',
	'due-outside-phase': ({ subject, detail }) => {
		const [due = '', end = ''] = (detail ?? '').split(' ');
		return `“${subject}” is due within ${due} minutes, but this part ends at ${end} minutes.`;
	},
	'unknown-lint-code': ({ subject }) => `There is no rule “${subject}”.`,
};

/** `#section` of this document, or `OTHER.md#section`. */
function noSection(target: string): string {
	const at = target.indexOf('#');
	const [file, section] = [target.slice(0, at), target.slice(at)];
	return file === '' ? `There is no section “${section}” here.` : `“${file}” has no section “${section}”.`;
}

const reasons: Readonly<Record<Swallow, string>> = {
	orTrue: 'what follows || succeeds whatever happened',
	exitZero: 'it ends with exit 0',
	laterCommand: 'only the last command decides, and this one comes earlier',
	pipeline: 'the last program of the pipe succeeds whatever it is given',
};

function reasonOf(detail: string | undefined): string {
	return Object.entries(reasons).find(([how]) => how === detail)?.[1] ?? 'its exit code is lost';
}
