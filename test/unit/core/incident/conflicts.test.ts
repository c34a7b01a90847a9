import assert from 'node:assert/strict';
import { declaredStory, type Story } from '../../../support/events';

const item = { item: 'a', text: 'Alpha' };

/** What two people set without having seen each other, what holds, and the conflict that is told. */
interface Case {
	readonly name: string;
	readonly tell: (story: Story) => void;
	readonly holds: (story: Story) => unknown;
	readonly expected: unknown;
	readonly conflict: readonly [key: string, kept: string, other: string, by: string] | undefined;
}

const cases: readonly Case[] = [
	{
		name: 'an item done here and skipped there: the later one holds',
		tell: (story) => {
			story.add('itemDone', item, { by: 'kim', saw: '' });
			story.add('itemSkipped', { ...item, why: 'no dashboards' }, { by: 'ana', saw: '' });
		},
		holds: ({ state }) => state.items.get('a')?.state,
		expected: 'skipped',
		conflict: ['item:a', 'skipped', 'done', 'kim'],
	},
	{
		name: 'an item ticked twice is no conflict',
		tell: (story) => {
			story.add('itemDone', item, { saw: '' });
			story.add('itemDone', item, { saw: '' });
		},
		holds: ({ state }) => state.items.get('a')?.done,
		expected: true,
		conflict: undefined,
	},
	{
		name: 'an item undone by somebody who saw the tick is no conflict',
		tell: (story) => {
			story.add('itemDone', item);
			story.add('itemReopened', item);
		},
		holds: ({ state }) => state.items.get('a')?.state,
		expected: 'open',
		conflict: undefined,
	},
	{
		name: 'setting it again settles a conflict',
		tell: (story) => {
			story.add('itemDone', item, { saw: '' });
			story.add('itemSkipped', { ...item, why: 'x' }, { saw: '' });
			story.add('itemDone', item);
		},
		holds: ({ state }) => state.items.get('a')?.done,
		expected: true,
		conflict: undefined,
	},
	{
		name: 'older records, which do not say what was seen, have no conflicts',
		tell: (story) => {
			story.add('itemDone', item);
			story.add('itemReopened', item);
			for (const event of story.events) delete (event as { prev?: string }).prev;
		},
		holds: ({ state }) => state.items.get('a')?.state,
		expected: 'open',
		conflict: undefined,
	},
	{
		name: 'two severities: the worse one holds, also when it came first',
		tell: (story) => {
			story.add('severityChanged', { severity: 'SEV-1' }, { by: 'kim', saw: '' });
			story.add('severityChanged', { severity: 'SEV-3' }, { by: 'ana', saw: '' });
		},
		holds: ({ state }) => state.severity,
		expected: 'SEV-1',
		conflict: ['severity', 'SEV-1', 'SEV-3', 'ana'],
	},
	{
		name: 'two severities, the worse one later',
		tell: (story) => {
			story.add('severityChanged', { severity: 'SEV-3' }, { by: 'kim', saw: '' });
			story.add('severityChanged', { severity: 'SEV-1' }, { by: 'ana', saw: '' });
		},
		holds: ({ state }) => state.severity,
		expected: 'SEV-1',
		conflict: ['severity', 'SEV-1', 'SEV-3', 'kim'],
	},
	{
		name: 'a severity lowered by somebody who saw the higher one is lowered',
		tell: (story) => {
			story.add('severityChanged', { severity: 'SEV-1' });
			story.add('severityChanged', { severity: 'SEV-3' });
		},
		holds: ({ state }) => state.severity,
		expected: 'SEV-3',
		conflict: undefined,
	},
	{
		name: 'a known severity goes before unknown',
		tell: (story) => {
			story.add('severityChanged', { severity: 'SEV-3' }, { by: 'kim', saw: '' });
			story.add('severityChanged', { severity: 'unknown' }, { by: 'ana', saw: '' });
		},
		holds: ({ state }) => state.severity,
		expected: 'SEV-3',
		conflict: ['severity', 'SEV-3', 'unknown', 'ana'],
	},
	{
		name: 'resolved by one, still worked on by another: it stays open',
		tell: (story) => {
			story.add('statusChanged', { status: 'mitigating' }, { by: 'kim', saw: '' });
			story.add('resolved', { summary: undefined }, { by: 'ana', saw: '' });
		},
		holds: ({ state }) => [state.status, state.milestones.has('resolvedAt')],
		expected: ['mitigating', false],
		conflict: ['status', 'mitigating', 'resolved', 'ana'],
	},
	{
		name: 'resolved first, then worked on by somebody who did not know: it is open again',
		tell: (story) => {
			story.add('resolved', { summary: undefined }, { by: 'kim', saw: '' });
			story.add('statusChanged', { status: 'mitigating' }, { by: 'ana', saw: '' });
		},
		holds: ({ state }) => [state.status, state.milestones.has('resolvedAt')],
		expected: ['mitigating', false],
		conflict: ['status', 'mitigating', 'resolved', 'kim'],
	},
	{
		name: 'resolved twice: the first one stopped the clock',
		tell: (story) => {
			story.add('resolved', { summary: undefined }, { at: 100, saw: '' });
			story.add('resolved', { summary: undefined }, { at: 200, saw: '' });
		},
		holds: ({ state }) => state.milestones.get('resolvedAt'),
		expected: 100,
		conflict: undefined,
	},
	{
		name: 'two commanders',
		tell: (story) => {
			story.add('roleAssigned', { role: 'IC', person: 'Dana' }, { by: 'kim', saw: '' });
			story.add('roleAssigned', { role: 'IC', person: 'Lee' }, { by: 'ana', saw: '' });
		},
		holds: ({ state }) => state.roles.get('IC'),
		expected: 'Lee',
		conflict: ['role:IC', 'Lee', 'Dana', 'kim'],
	},
	{
		name: 'two starts of the impact: the earlier one holds',
		tell: (story) => {
			const before = undefined;
			story.add('milestoneSet', { milestone: 'impactStartedAt', at: 0, before }, { by: 'kim', saw: '' });
			story.add('milestoneSet', { milestone: 'impactStartedAt', at: 60_000, before }, { by: 'ana', saw: '' });
		},
		holds: ({ state }) => state.milestones.get('impactStartedAt'),
		expected: 0,
		conflict: ['milestone:impactStartedAt', '1970-01-01 00:00 UTC', '1970-01-01 00:01 UTC', 'ana'],
	},
	{
		name: 'an undone event is nothing one must have seen',
		tell: (story) => {
			const tick = story.add('itemDone', item);
			story.add('undone', { of: tick, text: 'Done: Alpha' });
			story.add('itemStarted', item, { saw: '' });
			story.add('itemSkipped', { ...item, why: 'x' }, { saw: tick });
		},
		holds: ({ state }) => state.items.get('a')?.state,
		expected: 'skipped',
		conflict: undefined,
	},
];

suite('two people who had not seen each other', () => {
	for (const { name, tell, holds, expected, conflict } of cases) {
		test(name, () => {
			const story = declaredStory();
			tell(story);
			assert.deepEqual(holds(story), expected);
			const told = [...story.state.conflicts].map(([key, { kept, other, by }]) => [key, kept, other, by]);
			assert.deepEqual(told, conflict ? [conflict] : []);
		});
	}
});
