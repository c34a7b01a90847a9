import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDocument } from '../../../../src/core/stateDocument/document';
import { wholeFacts, wholeState } from '../../../support/wholeIncident';

suite('core/stateDocument/golden', () => {
	test('a whole incident; UPDATE=1 rewrites what is expected', () => {
		const path = join(__dirname, '../../../fixtures/stateDocument/expected.md');
		const text = stateDocument(wholeState(), wholeFacts());
		if (process.env['UPDATE'] === '1') writeFileSync(path, text);
		assert.equal(text, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
	});
});
