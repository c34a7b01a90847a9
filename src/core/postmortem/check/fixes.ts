import type { Fix, TextEdit } from '../../lint/fixes';
import { lineEndOf } from '../lines';
import { escapeInline } from '../escape';
import type { Place, WrittenAction } from '../writtenActions';
import { readCheckDocument, type CheckDocument } from './document';
import type { CheckCode, CheckFinding } from './finding';

/** So many people are offered as owners. */
const maxOwners = 5;
const day = 86_400_000;

type Fixer = (finding: CheckFinding, document: CheckDocument, now: number) => readonly Fix[];

const fixers: Readonly<Partial<Record<CheckCode, Fixer>>> = {
	'action-without-owner': (finding, document) =>
		document.people.slice(0, maxOwners).flatMap((person) => {
			const edit = write(actionAt(finding, document), 'ownerPlace', escapeInline(person));
			return edit === undefined ? [] : [{ title: `Give it to ${person}`, preferred: false, edits: [edit] }];
		}),
	'action-without-due': (finding, document, now) =>
		[7, 14, 28].flatMap((days) => {
			const due = new Date(now + days * day).toISOString().slice(0, 10);
			const edit = write(actionAt(finding, document), 'duePlace', due);
			return edit === undefined
				? []
				: [{ title: `Due in ${days / 7} week(s), ${due}`, preferred: days === 14, edits: [edit] }];
		}),
	'no-impact-number': (finding, document) => {
		const end = lineEndOf(document.text);
		const text = `${end}${end}- Users affected: [number]${end}- Requests failed: [number]${end}- Minutes: [number]`;
		return [{ title: 'Add places for the numbers', preferred: true, edits: [behindHeading(finding, text)] }];
	},
	'single-root-cause': (finding, document) => {
		const section = document.sections.find(({ heading }) => heading?.line.number === finding.line);
		const end = lineEndOf(document.text);
		const last = document.lines
			.slice(section?.from ?? 0, section?.to ?? 0)
			.findLast(({ kind }) => kind !== 'blank');
		if (section?.heading === undefined || last === undefined) return [];
		const marks = '#'.repeat(section.heading.level);
		const text = `${end}${end}${marks} Contributing Factors${end}${end}- [What let it through, or made it worse]`;
		const edit = insert(last.number, last.text.length + 1, text);
		return [{ title: 'Add a section for contributing factors', preferred: true, edits: [edit] }];
	},
};

/** What an editor offers for a finding: nothing that only a person can know. @param now milliseconds since 1970 */
export function checkFixes(finding: CheckFinding, text: string, now: number): readonly Fix[] {
	return fixers[finding.code]?.(finding, readCheckDocument(text), now) ?? [];
}

function actionAt({ line }: CheckFinding, { actions }: CheckDocument): WrittenAction | undefined {
	return actions.find((action) => action.line === line);
}

function write(
	action: WrittenAction | undefined,
	where: 'ownerPlace' | 'duePlace',
	text: string,
): TextEdit | undefined {
	const place: Place | undefined = action?.[where];
	if (action === undefined || place === undefined) return undefined;
	const { line } = action;
	return {
		line,
		column: place.from + 1,
		endLine: line,
		endColumn: place.to + 1,
		text: place.before + text + place.after,
	};
}

function behindHeading({ line, endColumn }: CheckFinding, text: string): TextEdit {
	return insert(line, endColumn, text);
}

function insert(line: number, column: number, text: string): TextEdit {
	return { line, column, endLine: line, endColumn: column, text };
}
