import assert from 'node:assert/strict';
import { parseRunbook } from '../../../../src/core/runbook/parse';

const lines = (...rows: readonly string[]): string => rows.join('\n');

suite('parseRunbook reads dialects', () => {
	const procedures = (...rows: readonly string[]): unknown =>
		parseRunbook(lines(...rows)).procedures.map(({ title, steps }) => [
			title,
			...steps.map((step) => `${'>'.repeat(step.depth)}${step.text}`),
		]);

	test('procedures: bullets right under a heading that counts', () => {
		const found = procedures(
			'# Outage',
			'## 1. Triage',
			'- Name the severity',
			'- Assign roles',
			'  - IC first',
			'## 2. Mitigate',
			'**Triggers**:',
			'- An alert',
			'- A customer',
		);
		assert.deepEqual(found, [
			['Outage', '1. Triage', '2. Mitigate'],
			['1. Triage', 'Name the severity', 'Assign roles', '>IC first'],
		]);
	});

	test('procedures: a bold label that only says that steps follow leaves the title to the heading', () => {
		assert.deepEqual(procedures('## Lost key', '**Procedure**:', '1. Revoke', '2. Rotate'), [
			['Lost key', 'Revoke', 'Rotate'],
		]);
		assert.deepEqual(procedures('## Lost key', '**If it was used**:', '1. Revoke', '2. Rotate'), [
			['If it was used', 'Revoke', 'Rotate'],
		]);
	});

	test('procedures: bullets that nothing numbered holds are no steps beside numbered ones', () => {
		assert.deepEqual(procedures('## Do', '1. a', '2. b', '## Notes', '- c', '  1. d', '- e'), [
			['Do', 'a', 'b'],
		]);
	});

	const severities = (...rows: readonly string[]): readonly string[] =>
		parseRunbook(lines(...rows)).severities.map(({ severity, name, description = '-' }) =>
			[severity, name, description].join(' | '),
		);

	test('severities: the name first and the number in brackets, what it means in bullets', () => {
		assert.deepEqual(
			severities(
				'## Severity levels',
				'### Critical (P0)',
				'- **Examples**: many',
				'- **Impact**: All down',
				'### High (P1) - At once',
				'- Some of it down',
			),
			['SEV-1 | P0 | Critical. All down', 'SEV-2 | P1 | High. At once. Some of it down'],
		);
	});

	test('severities: bold labels with signs below', () => {
		assert.deepEqual(
			severities('## Severity', '**P1 – High**', '- Down', '- Data lost', '', '**P2**:', '- Slow'),
			['SEV-1 | P1 | High. Down; Data lost', 'SEV-2 | P2 | Slow'],
		);
	});

	test('severities: headings in other words', () => {
		const table = ['| Severidad | Criterio |', '|--|--|', '| SEV0 | Caída |', '| SEV1 | Errores |'];
		assert.deepEqual(severities('## Clasificación', ...table), [
			'SEV-1 | SEV0 | Caída',
			'SEV-2 | SEV1 | Errores',
		]);
	});

	const channels = (...rows: readonly string[]): readonly string[] =>
		parseRunbook(lines(...rows)).channels.map(({ name, purpose = '-' }) => `${name} ${purpose}`);

	test('channels in a table', () => {
		assert.deepEqual(
			channels(
				'Post in #war-room.',
				'## Channels',
				'| Channel | Purpose |',
				'|--|--|',
				'| `#war-room` | Coordination |',
				'| Slack #status | News |',
				'| Email | to #nobody |',
				'| #42 | a number |',
			),
			['#war-room Coordination', '#status News'],
		);
	});

	const ladder = (...rows: readonly string[]): readonly string[] =>
		parseRunbook(lines('## Escalation', ...rows)).escalation.levels.map(({ name }) => name);

	test('escalation: chains that begin bold, and one step a line', () => {
		assert.deepEqual(ladder('- **On-call** → Lead (15 min) → CTO'), ['On-call', 'Lead', 'CTO']);
		assert.deepEqual(ladder('1. **On-call** → Lead', '2. **Lead** → CTO (if needed)', '3. Other → Legal'), [
			'On-call',
			'Lead',
			'CTO',
		]);
		assert.deepEqual(ladder('- → Lead'), []);
	});

	test('a double hyphen divides label and detail', () => {
		const [item] = parseRunbook('- [ ] **Look** -- at the logs').phases[0]?.groups[0]?.items ?? [];
		assert.deepEqual([item?.label, item?.detail], ['Look', 'at the logs']);
	});

	const metadata = (...rows: readonly string[]): unknown => parseRunbook(lines(...rows)).metadata;

	test('metadata: quoted, in bullets, on one line, without bold, in a table', () => {
		assert.deepEqual(metadata('# R', '> **Version:** 2.0'), { Version: '2.0' });
		assert.deepEqual(metadata('# R', '- **Owner**: SRE', '- Last updated: 2026-01-02'), {
			Owner: 'SRE',
			'Last updated': '2026-01-02',
		});
		assert.deepEqual(metadata('# R', '**Owner:** SRE | **Version:** 2'), { Owner: 'SRE', Version: '2' });
		assert.deepEqual(metadata('# R', '*Last Updated: January 2026*'), { 'Last Updated': 'January 2026' });
		assert.deepEqual(metadata('# R', '| Field | Value |', '|--|--|', '| Owner | SRE |', '| Tier | 1 |'), {
			Owner: 'SRE',
			Tier: '1',
		});
	});

	test('metadata at the end: only what is about the document, and below what the top says', () => {
		const end = ['## Last', 'Port: 80', '', '**Host**: db', '', '**Owner**: Ops', '**Version**: 1'];
		assert.deepEqual(metadata('# R', '**Owner**: SRE', ...end), { Owner: 'SRE', Version: '1' });
	});

	test('no metadata: prose with colons, tables of other things', () => {
		assert.deepEqual(
			metadata('# R', 'Remember this: be calm', '', '| Service | Port |', '|--|--|', '| db | 1 |'),
			{},
		);
	});
});
