import assert from 'node:assert/strict';
import { lastUndoable } from '../../../../src/core/incident/undoable';
import { declaredStory } from '../../../support/events';

const item = { item: 'a', text: 'Alpha' };

suite('lastUndoable', () => {
	test('the last own event that can be taken back', () => {
		const story = declaredStory();
		story.add('itemDone', item, { by: 'kim' });
		const mine = story.add('itemSkipped', { ...item, why: 'x' }, { by: 'ana' });
		story.add('updatePosted', { audience: 'internal', text: 'x', postedAt: undefined }, { by: 'ana' });
		assert.deepEqual(lastUndoable(story.events, story.state, 'ana'), {
			event: mine,
			text: 'Skipped: Alpha (x)',
		});
	});
	test('what was taken back is passed by, and so is the undo itself', () => {
		const story = declaredStory();
		const first = story.add('itemStarted', item);
		const second = story.add('itemDone', item);
		story.add('undone', { of: second, text: '' });
		assert.equal(lastUndoable(story.events, story.state, 'ana')?.event, first);
	});
	test('nothing, when there is only the declaration', () => {
		const story = declaredStory();
		assert.equal(lastUndoable(story.events, story.state, 'ana'), undefined);
	});
});
