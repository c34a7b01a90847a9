import { readCadenceText } from '../schedule/cadenceText';
import { plainText } from './inline';
import { readItemText } from './item';
import type { Cadence, Phase } from './model';
import type { Section } from './outline';
import type { SectionTables } from './sectionTables';
import { readPerSeverity } from './perSeverity';
import { findSeverities, severityNamed, type SeverityScheme } from './severityWords';

type Audience = Cadence['audience'];

/** Words that name an audience. Order matters: a status page is also external communication. */
const audiences: readonly (readonly [RegExp, Audience])[] = [
	[/status\s?page|página de status/i, 'status page'],
	[/customer|client|user notif|external|public|clientes?/i, 'customers'],
	[/post-?mortem|retrospective|incident review/i, 'postmortem'],
	[/internal|slack|team|stakeholder|leadership|management/i, 'internal'],
];
/** Parts of a document that are about telling people at all. */
const aboutUpdates = /update|communicat|cadence|frequency|notif|status\s?page|comunica|atualiza/i;

/** The communication clocks: lists and tables of severity × time, and single items about customers and postmortem. */
export function readCadences(
	sections: readonly Section[],
	phases: readonly Phase[],
	tables: SectionTables,
	scheme: SeverityScheme,
): readonly Cadence[] {
	const found = sections.flatMap((section) => {
		const headings = section.headings;
		const about = headings.some((source) => aboutUpdates.test(source));
		const place = { section, audience: audienceOf(headings), about, scheme };
		const lists = about ? listCadences(place) : [];
		return [...lists, ...sentenceCadences(place), ...tableCadences(place, tables.of(section))];
	});
	const known = new Set(found.map(keyOf));
	const others = [...itemCadences(phases), ...groupCadences(phases)];
	for (const cadence of others) {
		if (known.has(keyOf(cadence))) continue;
		known.add(keyOf(cadence));
		found.push(cadence);
	}
	return found;
}

/** Where a cadence is looked for; `about` when a heading around it speaks of telling people. */
interface Place {
	readonly section: Section;
	readonly audience: Audience;
	readonly about: boolean;
	readonly scheme: SeverityScheme;
}

/** The nearest heading that names an audience; updates nobody in particular is named for are internal. */
function audienceOf(headings: readonly string[]): Audience {
	for (const source of headings) {
		const audience = audiences.find(([pattern]) => pattern.test(source))?.[1];
		if (audience !== undefined) return audience;
	}
	return 'internal';
}

/** `- **SEV-1**: Update within 10 minutes, then every 30 minutes` */
function listCadences({ section, audience, scheme }: Place): readonly Cadence[] {
	return section.blocks.flatMap((block) => {
		if (block.kind !== 'item' || block.checked !== undefined) return [];
		const { label, text, detail } = readItemText(block.source);
		const severities = findSeverities(label ?? text.split(/[:–—-]\s/)[0] ?? '', scheme);
		return severities.flatMap((severity) => toCadence(audience, severity, detail ?? text, block.line));
	});
}

/** `- **Frequency:** Every 15 minutes for P0, hourly for P1` · `**Mid-incident (every 30 min for SEV1, hourly for SEV2)**` */
function sentenceCadences({ section, audience, about, scheme }: Place): readonly Cadence[] {
	return section.blocks.flatMap((block) => {
		if (block.kind === 'fence' || block.kind === 'heading') return [];
		if (!block.source.includes('for ') || (block.kind === 'item' && block.checked !== undefined)) return [];
		if (!/\bfor\s+(?:sev|p\d)/i.test(block.source) || !(about || aboutUpdates.test(block.source))) return [];
		return readPerSeverity(plainText(block.source), scheme).map(({ severity, everyMin }) => {
			return {
				audience,
				severity,
				firstWithinMin: undefined,
				everyMin,
				condition: undefined,
				line: block.line,
			};
		});
	});
}

const updateColumn = /update|cadence|frequency|notif|communic/i;

/**
 * A table with a severity in its first column and a column about updates; in a part about telling people the second
 * column is taken when no header says so.
 */
function tableCadences(
	{ audience, about, scheme }: Place,
	tables: ReturnType<SectionTables['of']>,
): readonly Cadence[] {
	return tables.flatMap(({ header, rows }) => {
		const column = header.findIndex((cell, index) => index > 0 && updateColumn.test(cell));
		if (column < 0 && !about) return [];
		return rows.flatMap(({ cells, line }) => {
			const severity = severityNamed(plainText(cells[0] ?? ''), scheme);
			const text = plainText(cells[column < 0 ? 1 : column] ?? '');
			if (severity === undefined) return [];
			return toCadence(audience, severity, column < 0 ? text : withEvery(text), line);
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

/** `- [ ] **Customer notification**: For SEV-1, notify customers within 15 minutes`, and the postmortem's own. */
function itemCadences(phases: readonly Phase[]): readonly Cadence[] {
	return phases.flatMap(({ groups }) =>
		groups.flatMap(({ items, title, window, line }): readonly Cadence[] => {
			const group: readonly Cadence[] =
				/post-?mortem/i.test(title) && window?.endMin !== undefined
					? [
							{
								audience: 'postmortem',
								severity: 'any',
								firstWithinMin: window.endMin,
								everyMin: undefined,
								condition: undefined,
								line,
							},
						]
					: [];
			const single = items.flatMap(({ text, severities, dueMin, line: itemLine }): readonly Cadence[] => {
				if (dueMin === undefined) return [];
				const audience = audiences.find(([pattern]) => pattern.test(text))?.[1];
				if (audience === undefined || audience === 'internal') return [];
				const for_ = severities.length > 0 && audience !== 'postmortem' ? severities : (['any'] as const);
				return for_.map((severity) => {
					return {
						audience,
						severity,
						firstWithinMin: dueMin,
						everyMin: undefined,
						condition: undefined,
						line: itemLine,
					};
				});
			});
			return [...group, ...single];
		}),
	);
}

/** `#### Communications (Every 15 min for SEV-1, 30 min for SEV-2)` */
function groupCadences(phases: readonly Phase[]): readonly Cadence[] {
	return phases.flatMap(({ groups }) =>
		groups.flatMap(({ cadence, line }) =>
			cadence.map(({ severity, everyMin }): Cadence => {
				return {
					audience: 'internal',
					severity,
					firstWithinMin: undefined,
					everyMin,
					condition: undefined,
					line,
				};
			}),
		),
	);
}

function keyOf({ audience, severity }: Cadence): string {
	return `${audience} ${severity}`;
}
