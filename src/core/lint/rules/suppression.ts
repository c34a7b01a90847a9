import { spotOf } from '../document';
import type { Rule } from '../rule';
import { isRuleCode } from '../ruleCodes';
import { readSuppressions } from '../suppress';

export const unknownLintCode: Rule = {
	code: 'unknown-lint-code',
	severity: 'warning',
	summary: 'A comment disables a rule that does not exist.',
	check(document) {
		return readSuppressions(document).flatMap(({ line, codes }) =>
			codes.filter((code) => !isRuleCode(code)).map((code) => spotOf(document, line, code)),
		);
	},
};
