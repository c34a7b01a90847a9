import * as assert from 'node:assert/strict';
import type { Cadence } from '../../../../src/core/runbook/model';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import type { Facts } from '../../../../src/core/postmortem/facts';
import { factsOf } from '../../../../src/core/postmortem/factsOf';
import { effectiveEvents } from '../../../../src/core/postmortem/effective';
import { sourcesOf } from '../../../../src/core/postmortem/sources';
import { appendixText } from '../../../../src/core/postmortem/appendix';
import { declaredStory, type Story } from '../../../support/events';
import { minute } from './sample';

/** Minutes after the declaration at 03:00 UTC. */
const t = (minutes: number): number => Date.UTC(2026, 10, 23, 3) + minutes * minute;

function story(): Story {
	const begun = declaredStory({
		title: 'Checkout down',
		declaredAt: t(0),
		roles: [{ role: 'IC', person: 'Ann' }],
	});
	return begun;
}

function factsFor(told: Story, cadences: readonly Cadence[] = [], now = t(120)): Facts {
	return factsOf(told.state, { now, events: told.events, cadences });
}

const cadence = (change: Partial<Cadence>): Cadence => ({
	audience: 'internal',
	severity: 'any',
	firstWithinMin: undefined,
	everyMin: undefined,
	condition: undefined,
	line: 1,
	...change,
});

suite('core/postmortem/record', () => {
	test('severity over time: each with its times; an undone change never was', () => {
		const told = story();
		told.add('severityChanged', { severity: 'SEV-1' }, { at: t(10) });
		const slip = told.add('severityChanged', { severity: 'SEV-4' }, { at: t(12) });
		told.add('undone', { of: slip, text: '' }, { at: t(13) });
		told.add('severityChanged', { severity: 'SEV-2' }, { at: t(40) });
		told.add('resolved', { summary: undefined }, { at: t(60) });
		assert.deepEqual(factsFor(told).severityOverTime, [
			'SEV-2: 30 min (2026-11-23 03:00 to 03:10 UTC; 2026-11-23 03:40 to 04:00 UTC)',
			'SEV-1: 30 min (2026-11-23 03:10 to 03:40 UTC)',
		]);
		const row = '| | |\n|-|-|\n| Time in SEV-1 | ?mins |\n| Time in SEV-3 | ?mins |\n';
		assert.match(fillTemplate(row, factsFor(told)).text, /SEV-1 \| 30 min .*\n\| Time in SEV-3 \| 0 min/);
	});

	test('measures have their formula; a missing or backward one is not available', () => {
		const told = story();
		told.add('milestoneSet', { milestone: 'impactStartedAt', at: t(-9), before: undefined }, { at: t(1) });
		told.add('milestoneSet', { milestone: 'detectedAt', at: t(-20), before: undefined }, { at: t(1) });
		told.add('acknowledged', { person: undefined }, { at: t(3) });
		assert.deepEqual(factsFor(told).measures, [
			'TTD: not available (impact start to detection)',
			'TTA: 23 min (detection to acknowledgement)',
			'TTM: not available (impact start to mitigation)',
			'TTR: not available (impact start to resolution)',
		]);
	});

	test('roles over time', () => {
		const told = story();
		told.add('roleAccepted', { role: 'IC', person: 'Bo', offer: undefined }, { at: t(30) });
		assert.deepEqual(factsFor(told).rolesOverTime, [
			'IC: Ann, from 2026-11-23 03:00 UTC',
			'IC: Bo, from 2026-11-23 03:30 UTC',
		]);
	});

	test('the timeline is curated: what counts, and not what was ticked, put off, started or taken back', () => {
		const told = story();
		told.add('itemDone', { item: 'a', text: 'Look' }, { at: t(1) });
		told.add('scriptStarted', { run: 'r', title: 'check.sh', sha256: 'x' }, { at: t(2) });
		const outcome = { kind: 'exited', exitCode: 3 } as const;
		told.add('scriptFinished', { run: 'r', title: 'check.sh', sha256: 'x', outcome }, { at: t(3) });
		told.add('scriptStarted', { run: 's', title: 'lost.sh', sha256: 'x' }, { at: t(4) });
		told.add('updatePosted', { audience: 'internal', text: 'Looking', postedAt: undefined }, { at: t(5) });
		told.add('updateSnoozed', { clock: 'c', title: 'Update', until: t(20) }, { at: t(6) });
		told.add('escalated', { level: 1, name: 'On-call', contacts: [], why: undefined }, { at: t(7) });
		const decision = {
			decision: 'Roll back?',
			choice: 'Yes',
			criteria: [],
			decidedBy: 'Ann',
			owner: undefined,
		};
		told.add('decisionMade', decision, { at: t(8) });
		const wrong = told.add('noteAdded', { text: 'wrong', happenedAt: undefined }, { at: t(9) });
		told.add('noteRetracted', { note: wrong, why: '' }, { at: t(10) });
		const note = told.add('noteAdded', { text: 'pool full', happenedAt: undefined }, { at: t(11) });
		told.add('noteAdded', { text: 'coffee', happenedAt: undefined }, { at: t(12) });
		const texts = () => (factsFor(told).timeline ?? []).map(({ text }) => text);
		const before = texts();
		assert.deepEqual(before.slice(1), [
			'Exit 3 (failed): check.sh',
			'Started script: lost.sh',
			'Update (internal): Looking',
			'Escalated to level 1, On-call',
			'Ann decided: Yes (Roll back?)',
			'pool full',
			'coffee',
		]);
		told.add('entryPinned', { entry: note, pinned: true }, { at: t(13) });
		assert.deepEqual(
			texts(),
			before.filter((text) => text !== 'coffee'),
		);
	});

	const posts: readonly [string, readonly number[], string][] = [
		['all in time', [10, 39, 69], 'internal: 3 of 3 updates in time'],
		[
			'one minute is no delay',
			[11, 42],
			'internal: 2 of 3 updates in time; due 2026-11-23 04:12 UTC, not sent',
		],
		['late', [10, 55, 70], 'internal: 2 of 3 updates in time; due 2026-11-23 03:40 UTC, sent 15 min late'],
		['none', [], 'internal: 0 of 1 updates in time; due 2026-11-23 03:10 UTC, not sent'],
	];
	for (const [name, minutes, expected] of posts) {
		test(`cadence: ${name}`, () => {
			const told = story();
			for (const at of minutes)
				told.add('updatePosted', { audience: 'internal', text: 'x', postedAt: t(at) }, { at: t(at) });
			told.add('resolved', { summary: undefined }, { at: t(80) });
			const rules = [
				cadence({ severity: 'SEV-2', firstWithinMin: 10, everyMin: 30 }),
				cadence({ severity: 'SEV-1', everyMin: 5 }),
				cadence({ audience: 'postmortem', firstWithinMin: 60 }),
			];
			assert.deepEqual(factsFor(told, rules).cadence, [expected]);
		});
	}

	test('the checklist: done, skipped and why, begun, never touched', () => {
		const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Item ${id}`, path: [] }));
		const told = declaredStory({ runbook: { path: 'r.md', sha256: 'x', items } });
		told.add('itemDone', { item: 'a', text: '' });
		told.add('itemSkipped', { item: 'b', text: '', why: 'no database' });
		told.add('itemStarted', { item: 'c', text: '' });
		assert.deepEqual(factsFor(told).checklist, [
			'1 of 4 items done, 1 skipped, 1 never touched',
			'Skipped: Item b (no database)',
			'Not finished: Item c',
			'Never touched: Item d',
		]);
	});

	test('suspects, rollbacks and hypotheses with what became of them', () => {
		const told = story();
		const sha = 'abcdef0123456789';
		told.add('deploySuspected', { sha, title: 'Pool', why: 'minutes before', cleared: false });
		told.add(
			'rollbackRecorded',
			{ sha, title: 'Pool', way: 'script', detail: '', succeeded: true },
			{ at: t(20) },
		);
		const first = told.add('hypothesisAdded', { text: 'DNS' });
		told.add('hypothesisAdded', { text: 'Pool' });
		told.add('hypothesisResolved', { hypothesis: first, text: 'DNS', outcome: 'ruled out', why: 'resolves' });
		const facts = factsFor(told);
		assert.deepEqual(facts.suspects, ['abcdef0123 Pool (minutes before)']);
		assert.deepEqual(facts.rollbacks, ['Done (script): abcdef0123 Pool, 2026-11-23 03:20 UTC, by ana']);
		assert.deepEqual(facts.hypotheses, ['Ruled out: DNS (resolves)', 'Open: Pool']);
		const { text } = fillTemplate('## Alternative Hypotheses\n\n{alternatives}\n', facts);
		assert.equal(text, '## Alternative Hypotheses\n\n- Ruled out: DNS (resolves)\n- Open: Pool\n');
	});

	test('a TODO in a note is an action item, once, unless the note was taken back', () => {
		const told = story();
		told.add('actionItemAdded', { text: 'Raise pool', owner: 'Ann', due: undefined, kind: undefined });
		told.add('noteAdded', { text: 'Full. TODO: raise POOL', happenedAt: undefined });
		const note = told.add('noteAdded', { text: 'TODO alert on waits', happenedAt: undefined });
		const gone = told.add('noteAdded', { text: 'TODO nothing', happenedAt: undefined });
		told.add('noteRetracted', { note: gone, why: '' });
		told.add('noteAdded', { text: 'nothing todo here', happenedAt: undefined });
		const items = factsFor(told).actionItems ?? [];
		assert.deepEqual(
			items.map(({ text }) => text),
			['Raise pool', 'alert on waits'],
		);
		assert.deepEqual(items[1]?.events, [note]);
	});

	const summaries: readonly [string, string, string][] = [
		[
			'empty',
			'## Summary\n\n## Next\n',
			'## Summary\n\nCheckout down (SEV-2): since 2026-11-23 03:00 UTC; investigating.\n\n## Next\n',
		],
		[
			'a name',
			'## Summary\n\n{summary}\n',
			'## Summary\n\nCheckout down (SEV-2): since 2026-11-23 03:00 UTC; investigating.\n',
		],
		[
			'a prompt is for a person',
			'## Summary\n\n[What failed and why]\n',
			'## Summary\n\n[What failed and why]\n',
		],
	];
	for (const [name, template, expected] of summaries) {
		test(`summary: ${name}`, () => assert.equal(fillTemplate(template, factsFor(story())).text, expected));
	}

	test('what was filled can be traced to its events', () => {
		const told = story();
		const change = told.add('severityChanged', { severity: 'SEV-1' });
		const end = told.add('resolved', { summary: undefined });
		const sources = sourcesOf(effectiveEvents(told.events, told.state));
		const template = 'Severity:\nTitle:\nResolved:\nLast updated:\n';
		const { filled } = fillTemplate(template, factsFor(told), sources);
		assert.deepEqual(
			filled.map(({ key, events }) => [key, events]),
			[
				['severity', ['e1', change]],
				['title', ['e1']],
				['resolvedAt', [end]],
				['writtenAt', []],
			],
		);
	});

	test('the appendix holds the full timeline, and nothing in it is Markdown of somebody else', () => {
		const told = story();
		told.add('itemDone', { item: 'a', text: '# <b> | ```' }, { at: t(5) });
		const text = appendixText(told.state, factsFor(told), '\n');
		assert.match(
			text,
			/### Full Timeline\n\n\| Time \(UTC\) .*\n\| --- .*\n(?:\|.*\n)*\| .* \| Done: # \\<b\\> \\\| \\`\\`\\` \| ana \|\n$/,
		);
		assert.equal(text.match(/```/g)?.length, 2);
	});
});
