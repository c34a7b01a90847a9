import type { FactKey } from './facts';
import { foldLabel } from './labels';
import { bracketAtoms, dateMask } from './placeholder';
import type { Heading, Section } from './sections';
import type { FieldSlot, Found } from './slots';

/** What a placeholder inside the heading asks for; the first that fits. */
const atomKeys: readonly (readonly [FactKey, RegExp])[] = [
	['date', dateMask],
	['date', /\b(?:date|fecha|data)\b|日期/iu],
	['severity', /\b(?:sev|severity|severidad|severidade|p0)\b/iu],
	['id', /\b(?:id|number|no|inc|ticket|key)\b|#|编号/iu],
	['title', /\b(?:title|name|summary|description|titulo|título|nombre|nome)\b|标题|제목/iu],
];

const masksInHeading = new RegExp(
	`(?<date>${dateMask.source})|(?<id>\\binc(?:ident)?[-_ #]*(?:yyyy|x{2,}|n{2,}|#{2,}|0{3,})[-_\\dxnymdh#]*)`,
	'giu',
);

/** Headings that name the kind of document, not the incident. */
const documentName =
	/^(?:(?:blameless|incident|production|outage|service|sre|security|post|mortem|postmortem|postmortems|report|review|analysis|retrospective|rca|document|informe|relatorio|reporte|de|del|do|da|incidente|incidentes|operativo) ?)+$/u;

const titleName =
	/^(?:incident title|incident name|title|title of (?:the |an )?incident|titulo(?: del| do)?(?: incidente)?)$/u;

/** `Title (incident #)`, `Title of the incident: Date`: words that stand for what they name. */
const titleWords =
	/^(?<title>title(?: of the incident)?|incident title)(?: \(incident (?<id>#)\))?(?:: (?<date>date))?$/diu;

const templateWord =
	/\s*[([]?\b(?:template|plantilla|modelo|vorlage|gabarito)\b[)\]]?(?:\s*(?:de|del|do|da|for|para|for an?)\b)?|\s*模板/giu;

/** The first h1 that has placeholders; else the first, when all of it is the name of the template. */
export function findTitle(sections: readonly Section[]): readonly Found[] {
	const headings = sections.flatMap(({ heading }) =>
		heading?.level === 1 && heading.text !== '' ? [heading] : [],
	);
	const atoms = headings.map(atomSlots).find((slots) => slots.length > 0);
	const heading = headings[0];
	if (atoms !== undefined || heading === undefined) {
		return atoms ?? [];
	}
	const words = titleWords.exec(heading.text)?.indices?.groups ?? {};
	const named = (['title', 'id', 'date'] as const).flatMap((key) => {
		const [from, to] = words[key] ?? [];
		return from === undefined || to === undefined ? [] : [slotAt(heading, key, { from, to, before: '' })];
	});
	const before = keptName(heading.text);
	return named.length > 1
		? named
		: before === undefined
			? []
			: [slotAt(heading, 'title', { from: 0, to: heading.text.length, before })];
}

function atomSlots(heading: Heading): readonly FieldSlot[] {
	const atoms = [...heading.text.matchAll(bracketAtoms)].map(({ 0: text, index }) => ({
		key: atomKeys.find(([, words]) => words.test(text.replaceAll('_', ' ')))?.[0],
		index,
		text,
	}));
	const outside = heading.text.replace(bracketAtoms, (text) => '\u0000'.repeat(text.length));
	const masks = [...outside.matchAll(masksInHeading)].map(({ 0: text, index, groups }) => ({
		key: groups?.['date'] === undefined ? ('id' as const) : ('date' as const),
		index,
		text,
	}));
	return [...atoms, ...masks].flatMap(({ key, index, text }) =>
		key === undefined ? [] : [slotAt(heading, key, { from: index, to: index + text.length, before: '' })],
	);
}

/** What stays in front of the title: `Incident Postmortem: ` of `Incident Postmortem Template`. */
function keptName(text: string): string | undefined {
	if (titleName.test(foldLabel(text.replace(/:.*$/u, '')))) {
		return '';
	}
	const rest = text
		.replace(templateWord, '')
		.replace(/[\s:–—-]+$/u, '')
		.trim();
	if (rest === text.trim()) {
		return documentName.test(foldLabel(text)) ? `${rest}: ` : undefined;
	}
	return rest === '' ? '' : `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}: `;
}

function slotAt(
	heading: Heading,
	key: FactKey,
	{ from, to, before }: { from: number; to: number; before: string },
): FieldSlot {
	return {
		kind: 'field',
		key,
		label: heading.text,
		line: heading.line.number,
		start: heading.start + from,
		end: heading.start + to,
		form: { kind: 'heading', before },
		placeholder: { kind: 'empty' },
		saysUtc: false,
	};
}
