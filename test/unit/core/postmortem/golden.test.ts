import * as assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import { sampleFacts } from './sample';

const folder = join(__dirname, '../../../fixtures/postmortem');

suite('core/postmortem/golden', () => {
	const template = readFileSync(join(folder, 'template.md'), 'utf8').replaceAll('\r\n', '\n');
	const result = fillTemplate(template, sampleFacts);

	test('a whole template; UPDATE=1 rewrites what is expected', () => {
		const path = join(folder, 'expected.md');
		if (process.env['UPDATE'] === '1') {
			writeFileSync(path, result.text);
		}
		assert.equal(result.text, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
	});

	test('what was filled and what is open, by line', () => {
		const list = (slots: typeof result.open) => slots.map(({ key, line }) => `${key}:${line}`).join(' ');
		assert.equal(
			list(result.filled),
			'title:2 date:3 severity:4 title:8 id:12 severity:12 impactStartedAt:14 detectedAt:15 resolvedAt:16 ' +
				'duration:17 incidentCommander:22 roles:23 status:26 timeline:38 participants:53',
		);
		assert.equal(list(result.open), 'other:12 other:18 roles:24 prose:30 prose:43 actionItems:49');
	});

	test('Windows line ends give the same text with Windows line ends', () => {
		const windows = fillTemplate(template.replaceAll('\n', '\r\n'), sampleFacts);
		assert.equal(windows.text, result.text.replaceAll('\n', '\r\n'));
	});
});
