import type { FactKey } from './facts';
import { judgeField } from './field';
import { factKeyOf } from './labels';
import type { Line } from './lines';
import { placeholderOf } from './placeholder';
import type { Found } from './slots';

const keys: ReadonlySet<FactKey | undefined> = new Set([
	'title',
	'date',
	'severity',
	'status',
	'id',
] as const);

/** `severity:`, `date: YYYY-MM-DD`, `title: "[Incident Title]"` between the `---` lines; a comment stays. */
export function findFrontMatterField(line: Line, next: Line | undefined): readonly Found[] {
	const [, label, gap, rest] = /^([\w-]{1,40})[ \t]*:([ \t]*)(.*)$/u.exec(line.text) ?? [];
	if (label === undefined || gap === undefined || rest === undefined || !keys.has(factKeyOf(label))) {
		return [];
	}
	const raw = rest.replace(/(?:^|[ \t])#.*$/u, '').trimEnd();
	const quoted = /^(["'])([^"'\\]*)\1$/u.exec(raw);
	const value = quoted?.[2] ?? raw;
	const isBlock = /^[|>&!*]/u.test(raw) || /^[ \t-]+[^-]/u.test(next?.text ?? '');
	if (isBlock || placeholderOf(value) === undefined) {
		return [];
	}
	// After the colon when a comment follows, so that there is a space on both sides.
	const isBare = rest !== '' && raw === '';
	const start = line.end - rest.length - (isBare ? gap.length : 0);
	const quote = quoted?.[1] === '"' ? '"' : quoted?.[1] === "'" ? "'" : '';
	const form = { kind: 'yaml', lead: gap === '' || isBare ? ' ' : '', quote } as const;
	return judgeField({
		label: label.replaceAll(/[_-]/gu, ' '),
		value,
		line: line.number,
		start,
		end: start + raw.length,
		form,
	});
}
