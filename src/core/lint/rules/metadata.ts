import { findDate } from '../dates';
import { spotOf, type LintDocument } from '../document';
import type { Spot } from '../finding';
import type { Rule } from '../rule';

const dayMs = 86_400_000;
/** Older than this, nobody knows whether the runbook still holds. */
const staleDays = 180;

const dateWords = String.raw`last[\s_-]*(?:updated?|reviewed?|modified|revised|revision|change[ds]?|tested|verified|edited|mod)|(?:date[\s_-]+)?(?:updated|reviewed|revised)|revision date|ms\.date|date|[uú]ltima\s+(?:atualiza[çc][ãa]o|actualizaci[óo]n|revis[ãi][óo]n?)|stand|version date|as of`;
/** `**Last Updated**: …` · `*Last updated: …*` · `| Last reviewed | … |` · `last_updated: …` */
const dateField = new RegExp(String.raw`^[\s>*_|#-]*(?:${dateWords})\b[\s*_:|]*[:|*_]?\s*(\S.*)?$`, 'iu');
/** The same inside a line, such as `Version 2 | Last updated: …`. */
const dateInLine = new RegExp(
	String.raw`(?:last[\s_-]*(?:updated|reviewed|modified|revised))\b[\s*_:|]*(\S.*)`,
	'iu',
);
const ownerField =
	/(?:^|[\s>*_|(-])(?:(?:document|doc|runbook|playbook|process|policy|service)[\s_-]+)?(?:owners?|owned[\s_-]by|maintainers?|maintained[\s_-]by|authors?|team|responsible(?:[\s_-]\w+)?|dri|prepared[\s_-]by|respons[áa]vel|responsable|propietario|autor)\b[\s*_]*[:|]/iu;

export const staleLastUpdated: Rule = {
	code: 'stale-last-updated',
	severity: 'warning',
	summary: `The runbook was last updated more than ${staleDays} days ago.`,
	check(document, { now }) {
		const dates = dateLines(document).flatMap(({ line, value }) => {
			const date = findDate(value);
			return date ? [{ line, ...date }] : [];
		});
		const newest = dates.reduce((max, { at }) => Math.max(max, at), -Infinity);
		const days = Math.floor((now - newest) / dayMs);
		const [first] = dates.filter(({ at }) => at === newest);
		return first && days > staleDays ? [spotOf(document, first.line, first.source, String(days))] : [];
	},
};

export const missingLastUpdated: Rule = {
	code: 'missing-last-updated',
	severity: 'information',
	summary: 'The runbook does not say when it was last updated.',
	check: (document) => (dateLines(document).length > 0 ? [] : [titleSpot(document)]),
};

export const missingOwner: Rule = {
	code: 'missing-owner',
	severity: 'information',
	summary: 'The runbook does not say who owns it.',
	check(document) {
		const hasOwner = metadataLines(document).some(({ text }) => ownerField.test(text));
		return hasOwner ? [] : [titleSpot(document)];
	},
};

interface Line {
	readonly line: number;
	readonly text: string;
}

function dateLines(document: LintDocument): readonly { readonly line: number; readonly value: string }[] {
	return metadataLines(document).flatMap(({ line, text }) => {
		if (text.length > 400) return [];
		const match = dateField.exec(text) ?? dateInLine.exec(text);
		return match ? [{ line, value: match[1] ?? '' }] : [];
	});
}

/** Front matter and prose: metadata stands at the top of some documents and at the end of others. */
function metadataLines(document: LintDocument): readonly Line[] {
	return document.lines.map((text, index) => {
		return { line: index + 1, text: index < document.frontLines ? text : (document.prose[index] ?? '') };
	});
}

/** Findings about the whole document stand at its title, or at its first line of text. */
function titleSpot(document: LintDocument): Spot {
	const heading = document.blocks.find((block) => block.kind === 'heading');
	const first = document.prose.findIndex((text) => text.trim() !== '') + 1;
	return { ...spotOf(document, heading?.line ?? Math.max(1, first), ''), subject: document.runbook.title };
}
