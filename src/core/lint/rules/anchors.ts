import { anchorsOf, leadsSomewhere, nearAnchor, type Anchors } from '../anchors';
import type { LintDocument, LintWorld } from '../document';
import type { Spot } from '../finding';
import { fileLinks, pageLinks, type LinkMention } from '../markdownLinks';
import type { Rule } from '../rule';

/** A document with more broken links than this has another problem than slips of the fingers. */
const maxNear = 50;

export const unresolvedAnchor: Rule = {
	code: 'unresolved-anchor',
	severity: 'warning',
	summary: 'A link points to a section that is not in the document it leads to.',
	check(document, world) {
		const broken = [...placesHere(document), ...placesElsewhere(document, world)].filter(
			({ anchor, anchors }) => !leadsSomewhere(anchor, anchors),
		);
		return broken.map((place, index) => spotAt(place, index < maxNear));
	},
};

/** A link with the anchor it names, and those there are. */
interface Place {
	readonly link: LinkMention;
	/** `#section`. */
	readonly anchor: string;
	readonly anchors: Anchors;
}

function placesHere(document: LintDocument): readonly Place[] {
	const links = pageLinks(document);
	if (links.length === 0) return [];
	const anchors = anchorsOf(document);
	return links.map((link) => ({ link, anchor: link.target, anchors }));
}

/** `OTHER.md#section`, where that document was read; `#L12` is a line to the sites that show code. */
function placesElsewhere(document: LintDocument, { files }: LintWorld): readonly Place[] {
	return fileLinks(document).flatMap((link) => {
		const anchors = files?.links.get(link.target)?.anchors;
		const anchor = link.target.slice(link.target.indexOf('#'));
		return anchors && !/^#L\d/.test(anchor) ? [{ link, anchor, anchors }] : [];
	});
}

function spotAt({ link, anchor, anchors }: Place, lookForNear: boolean): Spot {
	const { target, line, column, endColumn } = link;
	const near = lookForNear ? nearAnchor(anchor, anchors) : undefined;
	const detail = near === undefined ? undefined : target.slice(0, -anchor.length) + near;
	return { line, column, endColumn, subject: target, detail };
}
