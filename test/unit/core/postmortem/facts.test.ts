import * as assert from 'node:assert/strict';
import type { IncidentState, Milestone } from '../../../../src/core/incident/model';
import { factsOf } from '../../../../src/core/postmortem/factsOf';
import { formulaText, lengthText, minutesText } from '../../../../src/core/postmortem/timeText';
import { timelineEntry } from '../../../support/incidentState';
import { minute, sampleFacts, sampleState, start } from './sample';

suite('core/postmortem/facts', () => {
	test('knows what the incident knows', () => {
		assert.equal(sampleFacts.title, 'Checkout returns 500');
		assert.equal(sampleFacts.severity, 2);
		assert.equal(sampleFacts.date, start);
		assert.equal(sampleFacts.incidentCommander, 'Ann Lee');
		assert.deepEqual(sampleFacts.participants, ['Ann Lee', 'Bo', 'Cy']);
		assert.deepEqual(sampleFacts.timeToAcknowledge, {
			length: 2 * minute,
			from: 'detectedAt',
			to: 'acknowledgedAt',
		});
		assert.equal(sampleFacts.timeline?.length, 2);
		assert.equal(sampleFacts.closedAt, undefined);
	});

	test('a bare incident leaves everything undefined that nobody knows, and measures are not available', () => {
		const bare: IncidentState = { ...sampleState, title: ' ', severity: 'unknown', milestones: new Map() };
		const facts = factsOf({ ...bare, roles: new Map(), timeline: [] }, { now: start });
		const known = Object.entries(facts).filter(([, value]) => value !== undefined);
		const measures = ['measures', 'timeToAcknowledge', 'timeToDetect', 'timeToMitigate', 'timeToResolve'];
		assert.deepEqual(known.map(([key]) => key).sort(), ['id', ...measures, 'status', 'writtenAt'].sort());
		assert.equal(facts.timeToDetect?.length, undefined);
	});

	test('events of a newer version are not told', () => {
		const timeline = [timelineEntry({ eventId: 'e', at: start, by: 'Ann', kind: 'unknown', text: 'odd' })];
		assert.equal(factsOf({ ...sampleState, timeline }, { now: start }).timeline, undefined);
	});

	const durations: readonly [string, readonly [Milestone, number][], number | undefined, string?][] = [
		[
			'from the start of the impact',
			[
				['impactStartedAt', 0],
				['resolvedAt', 72],
			],
			72,
			'impact start to resolution',
		],
		[
			'else from detection',
			[
				['detectedAt', 2],
				['declaredAt', 9],
				['resolvedAt', 72],
			],
			70,
			'detection to resolution',
		],
		[
			'else from declaration',
			[
				['declaredAt', 9],
				['resolvedAt', 72],
			],
			63,
			'declaration to resolution',
		],
		['missing end', [['impactStartedAt', 0]], undefined],
		['missing start', [['resolvedAt', 5]], undefined],
		[
			'negative',
			[
				['impactStartedAt', 9],
				['detectedAt', 0],
				['resolvedAt', 5],
			],
			undefined,
		],
	];
	for (const [name, milestones, minutes, formula] of durations) {
		test(`duration: ${name}`, () => {
			const times = new Map(milestones.map(([milestone, at]) => [milestone, start + at * minute]));
			const { duration } = factsOf({ ...sampleState, milestones: times }, { now: start });
			assert.equal(duration?.length, minutes === undefined ? undefined : minutes * minute);
			assert.equal(duration && formulaText(duration), formula);
		});
	}

	const lengths: readonly [number, string, string][] = [
		[0, 'under 1 min', 'under 1 minute'],
		[1, '1 min', '1 minute'],
		[59, '59 min', '59 minutes'],
		[72, '1 h 12 min', '72 minutes'],
		[1500, '1 d 1 h 0 min', '1500 minutes'],
	];
	for (const [minutes, text, inMinutes] of lengths) {
		test(`length ${text}`, () => {
			assert.equal(lengthText(minutes * minute), text);
			assert.equal(minutesText(minutes * minute), inMinutes);
		});
	}
});
