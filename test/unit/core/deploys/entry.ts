import type { LogEntry } from '../../../../src/core/deploys/log';

/** A commit of a log; the id is the digit again and again. */
export function toEntry(digit: string, title: string, fields: Partial<LogEntry> = {}): LogEntry {
	return {
		sha: digit.repeat(40),
		parents: ['0'.repeat(40)],
		author: 'Ada',
		committedAt: '2026-11-23T09:00:00Z',
		tags: [],
		cut: false,
		title,
		body: '',
		files: [],
		...fields,
	};
}
