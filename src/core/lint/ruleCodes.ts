import type { RuleCode } from './finding';

const codes: Readonly<Record<RuleCode, true>> = {
	'unresolved-link': true,
	'unresolved-anchor': true,
	'missing-script': true,
	'unfilled-placeholder': true,
	'stale-last-updated': true,
	'missing-last-updated': true,
	'missing-owner': true,
	'severity-without-cadence': true,
	'escalation-level-without-contact': true,
	'duplicate-item': true,
	'commander-hands-on': true,
	'scribe-hands-on': true,
	'script-cannot-fail': true,
	'destructive-without-check': true,
	'unlabelled-shell-fence': true,
	'due-outside-phase': true,
	'unknown-lint-code': true,
};

export function isRuleCode(text: string): text is RuleCode {
	return Object.hasOwn(codes, text);
}
