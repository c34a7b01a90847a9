import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseRunbook } from '../../../../src/core/runbook/parse';

const root = path.join(__dirname, '../../../..');
const golden = path.join(root, 'test/fixtures/runbooks/sample.json');

/** The whole model of the sample's runbook. `UPDATE=1` writes it anew; read the difference before you commit it. */
test('the sample runbook as a whole', () => {
	const text = readFileSync(path.join(root, 'sample/runbooks/INCIDENT_RESPONSE.md'), 'utf8');
	const model = `${JSON.stringify(parseRunbook(text), undefined, '\t')}\n`;
	if (process.env['UPDATE'] === '1') writeFileSync(golden, model);
	assert.equal(model, readFileSync(golden, 'utf8'));
});
