import { readCadenceText } from '../schedule/cadenceText';
import { plainText } from './inline';
import type { Cadence, Group, Item, Phase } from './model';
import { headingsOf, type Section } from './outline';
import type { SectionTables } from './sectionTables';
import { readPerSeverity } from './perSeverity';
import { findSeverities, mayNameSeverity, severityNamed, type SeverityScheme } from './severityWords';
import { topic } from './topics';

type Audience = Cadence['audience'];

/** Words that name an audience. Order matters: a status page is also external communication. */
const audiences: readonly (readonly [RegExp, Audience])[] = [
	[/status\s?page|página de status/i, 'status page'],
	[/customer|client|user notif|external|public|clientes?/i, 'customers'],
	[/post-?mortem|retrospective|incident review/i, 'postmortem'],
	[/internal|slack|team|stakeholder|leadership|management/i, 'internal'],
];
/** Words of a line that is about telling people, in a part that is not. */
const aboutUpdates = /update|communicat|cadence|frequency|notif|status\s?page|comunica|atualiza/i;

/** The communication clocks: lists and tables of severity × time, and single items about customers and postmortem. */
export function readCadences(
	sections: readonly Section[],
	phases: readonly Phase[],
	tables: SectionTables,
	scheme: SeverityScheme,
): readonly Cadence[] {
	const found: Cadence[] = [];
	for (const section of sections) {
		const place = { section, about: (section.topics & topic.updates) !== 0, scheme };
		const lists = place.about ? listCadences(place) : [];
		for (const cadences of [lists, sentenceCadences(place), tableCadences(place, tables.of(section))]) {
			for (const cadence of cadences) found.push(cadence);
		}
	}
	const known = new Set(found.map(keyOf));
	for (const cadence of checklistCadences(phases)) {
		if (known.has(keyOf(cadence))) continue;
		known.add(keyOf(cadence));
		found.push(cadence);
	}
	return found;
}

/** Where a cadence is looked for; `about` when a heading around it speaks of telling people. */
interface Place {
	readonly section: Section;
	readonly about: boolean;
	readonly scheme: SeverityScheme;
}

/** The nearest heading that names an audience; updates nobody in particular is named for are internal. */
function audienceOf(section: Section): Audience {
	for (const { words } of headingsOf(section)) {
		const audience = audiences.find(([pattern]) => pattern.test(words.source))?.[1];
		if (audience !== undefined) return audience;
	}
	return 'internal';
}

/** `- **SEV-1**: Update within 10 minutes, then every 30 minutes` */
function listCadences({ section, scheme }: Place): readonly Cadence[] {
	const found: Cadence[] = [];
	for (const { words, checked, line } of section.items) {
		if (checked !== undefined || !mayNameSeverity(words)) continue;
		const { label, text, detail } = words.item;
		for (const severity of findSeverities(label ?? text.split(/[:–—-]\s/, 1)[0] ?? '', scheme)) {
			found.push(...toCadence(audienceOf(section), severity, detail ?? text, line));
		}
	}
	return found;
}

/** `- **Frequency:** Every 15 minutes for P0, hourly for P1` · `**Mid-incident (every 30 min for SEV1, hourly for SEV2)**` */
function sentenceCadences({ section, about, scheme }: Place): readonly Cadence[] {
	const found: Cadence[] = [];
	for (const block of section.blocks) {
		if (block.kind === 'fence' || (block.kind === 'item' && block.checked !== undefined)) continue;
		const { source } = block.words;
		if (!source.includes('for ') || !forSeverity.test(source)) continue;
		if (!(about || aboutUpdates.test(source))) continue;
		for (const { severity, everyMin } of readPerSeverity(block.words.text, scheme)) {
			found.push(every(audienceOf(section), severity, everyMin, block.line));
		}
	}
	return found;
}

const forSeverity = /\bfor\s+(?:sev|p\d)/i;

const updateColumn = /update|cadence|frequency|notif|communic/i;

/**
 * A table with a severity in its first column and a column about updates; in a part about telling people the second
 * column is taken when no header says so.
 */
function tableCadences(
	{ section, about, scheme }: Place,
	tables: ReturnType<SectionTables['of']>,
): readonly Cadence[] {
	return tables.flatMap(({ header, rows }) => {
		const column = header.findIndex((cell, index) => index > 0 && updateColumn.test(cell));
		if (column < 0 && !about) return [];
		return rows.flatMap(({ cells, line }) => {
			const severity = severityNamed(plainText(cells[0] ?? ''), scheme);
			const text = plainText(cells[column < 0 ? 1 : column] ?? '');
			if (severity === undefined) return [];
			return toCadence(audienceOf(section), severity, column < 0 ? text : withEvery(text), line);
		});
	});
}

function toCadence(
	audience: Audience,
	severity: Cadence['severity'],
	text: string,
	line: number,
): readonly Cadence[] {
	const { firstWithinMin, everyMin } = readCadenceText(text);
	const condition = /\bonly\b.*$|\bif\b.*$|\bwhen\b.*$/i.exec(text)?.[0];
	if (firstWithinMin === undefined && everyMin === undefined && condition === undefined) return [];
	return [{ audience, severity, firstWithinMin, everyMin, condition, line }];
}

/** In a column about updates a bare `30 minutes` means every 30 minutes. */
function withEvery(text: string): string {
	return `every ${text.replace(/^every /i, '')}`;
}

/** What single steps and the headings above them say, postmortem and customers first. */
function checklistCadences(phases: readonly Phase[]): readonly Cadence[] {
	const [items, headings]: readonly [Cadence[], Cadence[]] = [[], []];
	for (const { groups } of phases) {
		for (const group of groups) {
			items.push(...postmortemCadence(group));
			for (const item of group.items)
				if (item.dueMin !== undefined) items.push(...itemCadence(item, item.dueMin));
			for (const cadence of groupCadences(group)) headings.push(cadence);
		}
	}
	return [...items, ...headings];
}

function postmortemCadence({ title, window, line }: Group): readonly Cadence[] {
	if (window?.endMin === undefined || !/post-?mortem/i.test(title)) return [];
	return [once('postmortem', 'any', window.endMin, line)];
}

/** `- [ ] **Customer notification**: For SEV-1, notify customers within 15 minutes` */
function itemCadence({ text, severities, line }: Item, dueMin: number): readonly Cadence[] {
	const audience = audiences.find(([pattern]) => pattern.test(text))?.[1];
	if (audience === undefined || audience === 'internal') return [];
	const restricted = severities.length > 0 && audience !== 'postmortem';
	return (restricted ? severities : (['any'] as const)).map((severity) =>
		once(audience, severity, dueMin, line),
	);
}

function once(
	audience: Audience,
	severity: Cadence['severity'],
	firstWithinMin: number,
	line: number,
): Cadence {
	return { audience, severity, firstWithinMin, everyMin: undefined, condition: undefined, line };
}

/** `#### Communications (Every 15 min for SEV-1, 30 min for SEV-2)` */
function groupCadences({ cadence, line }: Group): readonly Cadence[] {
	return cadence.map(({ severity, everyMin }) => every('internal', severity, everyMin, line));
}

function every(audience: Audience, severity: Cadence['severity'], everyMin: number, line: number): Cadence {
	return { audience, severity, firstWithinMin: undefined, everyMin, condition: undefined, line };
}

function keyOf({ audience, severity }: Cadence): string {
	return `${audience} ${severity}`;
}
