import { anchorsOf, leadsSomewhere, nearAnchor } from '../anchors';
import { pageLinks } from '../markdownLinks';
import type { Rule } from '../rule';

/** A document with more broken links than this has another problem than slips of the fingers. */
const maxNear = 50;

export const unresolvedAnchor: Rule = {
	code: 'unresolved-anchor',
	severity: 'warning',
	summary: 'A link points to a section that is not in this document.',
	check(document) {
		const links = pageLinks(document);
		if (links.length === 0) return [];
		const anchors = anchorsOf(document);
		const broken = links.filter(({ target }) => !leadsSomewhere(target, anchors));
		return broken.map(({ target, line, column, endColumn }, index) => {
			const near = index < maxNear ? nearAnchor(target, anchors) : undefined;
			return { line, column, endColumn, subject: target, detail: near };
		});
	},
};
