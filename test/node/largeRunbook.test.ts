import assert from 'node:assert/strict';
import { parseRunbook } from '../../src/core/runbook/parse';

/** More than a call takes arguments, so that no list may be handed over as such. */
const many = 150_000;

suite('a runbook with very many', () => {
	test('scripts in one fence', () => {
		const text = `# R\n\n\`\`\`sh\n${'# a\n./b\n'.repeat(many)}\`\`\`\n`;
		assert.equal(parseRunbook(text).scripts.length, many);
	});

	test('contacts in one table', () => {
		const text = `# R\n\n## Contacts\n\n| Name | Phone |\n|---|---|\n${'| a | 1 |\n'.repeat(many)}`;
		assert.equal(parseRunbook(text).contacts.length, many);
	});

	test('cadences in one list, and in one heading', () => {
		const list = `# R\n\n## Updates\n\n${'- SEV-1: every 5 min\n'.repeat(many)}`;
		assert.equal(parseRunbook(list).cadences.length, many);
		const heading = `# R\n\n## Updates (Every 5 min for SEV-1${', 5 min for SEV-2'.repeat(many)})\n\n- [ ] a\n`;
		assert.equal(parseRunbook(heading).phases[0]?.groups[0]?.cadence.length, many + 1);
	});

	test('links in one paragraph', () => {
		const { links } = parseRunbook(`# R\n\n${'[a](b) '.repeat(many)}\n`);
		assert.equal(links.length, many);
	});
});
