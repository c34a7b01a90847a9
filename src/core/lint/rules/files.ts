import { fileLinks } from '../markdownLinks';
import { spotOf } from '../document';
import type { Rule } from '../rule';
import { scriptMentions } from '../scriptMentions';

export const unresolvedLink: Rule = {
	code: 'unresolved-link',
	severity: 'error',
	summary: 'A link points to a file that does not exist.',
	check(document, { files }) {
		return fileLinks(document).flatMap(({ target, line, column, endColumn }) => {
			const fact = files?.links.get(target);
			if (fact?.exists !== false) return [];
			return [{ line, column, endColumn, subject: target, detail: fact.near }];
		});
	},
};

export const missingScript: Rule = {
	code: 'missing-script',
	severity: 'error',
	summary: 'A command starts a script file that is nowhere in the repository.',
	check(document, { files }) {
		return scriptMentions(document).flatMap(({ path, line }) =>
			files?.scripts.get(path) === false ? [spotOf(document, line, path)] : [],
		);
	},
};
