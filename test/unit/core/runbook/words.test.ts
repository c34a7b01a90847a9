import assert from 'node:assert/strict';
import { findPlaceholders } from '../../../../src/core/runbook/placeholders';
import { findSeverities } from '../../../../src/core/runbook/severityWords';
import { readCadenceText } from '../../../../src/core/schedule/cadenceText';
import { parseDuration } from '../../../../src/core/schedule/duration';

suite('parseDuration', () => {
	const cases: readonly (readonly [string, number | undefined])[] = [
		['15 minutes', 15],
		['15min', 15],
		['1h', 60],
		['30+ minutes', 30],
		['30-min', 30],
		['15–30 min', 15],
		['one hour', 60],
		['half an hour', 30],
		['2 days', 2880],
		['30 seconds', 0.5],
		['10 minutos', 10],
		['15', undefined],
		['soon', undefined],
	];
	for (const [text, expected] of cases) test(text, () => assert.equal(parseDuration(text), expected));
});

suite('readCadenceText', () => {
	const cases: readonly (readonly [string, number | undefined, number | undefined])[] = [
		['Every 15 minutes until resolution', undefined, 15],
		['Every hour or at major milestones', undefined, 60],
		['Update within 10 minutes, then every 30 minutes', 10, 30],
		['Update within 30 minutes, then hourly', 30, 60],
		['at least every 20 mins', undefined, 20],
		['A cada 15 min', undefined, 15],
		['every half hour', undefined, 30],
		['< 15 min', 15, undefined],
		['30 minute updates', undefined, 30],
		['Update only if customer-facing', undefined, undefined],
		['Next business day', 1440, undefined],
		['everyone is told', undefined, undefined],
	];
	for (const [text, firstWithinMin, everyMin] of cases) {
		test(text, () => assert.deepEqual(readCadenceText(text), { firstWithinMin, everyMin }));
	}
});

suite('findSeverities', () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		['SEV-1/SEV-2', ['SEV-1', 'SEV-2']],
		['SEV-1/2 and sev3', ['SEV-1', 'SEV-2', 'SEV-3']],
		['Severity 1', ['SEV-1']],
		['P1, P2', ['SEV-1', 'SEV-2']],
		['SEV-1, 30 min', ['SEV-1']],
		['S3 bucket, P95 latency, p1 variable, SEV-1.5', []],
	];
	for (const [text, expected] of cases) {
		test(text, () => assert.deepEqual(findSeverities(text, { sev: 1, p: 1 }), expected));
	}
	test('counted from zero where the team does', () =>
		assert.deepEqual(findSeverities('P0/P1', { sev: 1, p: 0 }), ['SEV-1', 'SEV-2']));
});

suite('findPlaceholders', () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		['Issue: [Brief description]', ['free Brief description']],
		['Severity: [SEV-1/2/3]', ['choice SEV-1|SEV-2|SEV-3']],
		['[Investigating/Mitigating/Resolved]', ['choice Investigating|Mitigating|Resolved']],
		['[Yes | No]', ['choice Yes|No']],
		['[T+XX minutes] [ID] $(date)', ['computed T+XX minutes', 'computed ID', 'computed $(date)']],
		['{title} {{ severity }} <team-name>', ['free title', 'free severity', 'free team-name']],
		['At HH:MM UTC on YYYY-MM-DD', ['computed HH:MM UTC', 'computed YYYY-MM-DD']],
		['[INVESTIGATING] [SEV-1] [x] [text](url) <https://x.example> <br>', []],
		['[error rate/latency numbers here]', ['free error rate/latency numbers here']],
	];
	for (const [text, expected] of cases) {
		test(text, () => {
			const found = findPlaceholders(text, 1).map(({ kind, name, options }) => {
				return `${kind} ${kind === 'choice' ? options.join('|') : name}`;
			});
			assert.deepEqual(found, expected);
		});
	}
	test('lines count from the first', () =>
		assert.deepEqual(
			findPlaceholders('[One thing]\n\n[Two things]', 7).map(({ line }) => line),
			[7, 9],
		));
});
