import assert from 'node:assert/strict';
import { parseRunbook } from '../../../../src/core/runbook/parse';

const lines = (...rows: readonly string[]): string => rows.join('\n');

suite('parseRunbook reads prose', () => {
	test('procedures: step headings, numbered lists, lists cut by a fence', () => {
		const text = lines(
			'## Declare',
			'### Step 1: Look',
			'### Step 2: Say so',
			'## Hand over (IC)',
			'1. **Brief** the next one',
			'```sh',
			'ls',
			'```',
			'2. Tell the channel',
			'   - with a detail',
			'## 1. Purpose',
			'## 2. Scope',
		);
		const found = parseRunbook(text).procedures.map(({ title, steps }) => [
			title,
			...steps.map((step) => `${'>'.repeat(step.depth)}${step.text}`),
		]);
		assert.deepEqual(found, [
			['Declare', 'Step 1: Look', 'Step 2: Say so'],
			['Hand over', 'Brief the next one', 'Tell the channel', '>with a detail'],
		]);
	});

	test('bullets are steps only where there is nothing better', () => {
		const bullets = '## Mitigation\n- Shed load\n- Add capacity\n';
		assert.equal(parseRunbook(bullets).procedures[0]?.steps.length, 2);
		assert.deepEqual(parseRunbook(`${bullets}## Do\n- [ ] this`).procedures, []);
		assert.deepEqual(parseRunbook('## Principles\n- Be kind\n- Be calm').procedures, []);
	});

	test('bold labels above tasks are groups', () => {
		const { phases } = parseRunbook('## Mitigate\n**Block deploys:**\n- [ ] a\n\n**Drain**\n\n- [ ] b');
		assert.deepEqual(
			phases.map(({ title, groups }) => [title, ...groups.map((group) => group.title)]),
			[['Mitigate', 'Block deploys', 'Drain']],
		);
	});

	test('a task under a plain item is not a sub-step of the task before', () => {
		const text = '## A\n- [ ] Tell\n- If the primary is down:\n  - [ ] Fail over\n    - [ ] Look\n- [ ] End';
		assert.deepEqual(
			parseRunbook(text).phases[0]?.groups[0]?.items.map(({ text: item, depth, under }) => [
				item,
				depth,
				under,
			]),
			[
				['Tell', 0, undefined],
				['Fail over', 0, 'If the primary is down'],
				['Look', 1, undefined],
				['End', 0, undefined],
			],
		);
	});

	test('a condition in a heading is no role', () => {
		const { phases } = parseRunbook('## Fail over (if support is down)\n- [ ] a');
		assert.deepEqual(
			[phases[0]?.title, phases[0]?.groups[0]?.role],
			['Fail over (if support is down)', undefined],
		);
	});

	test('conditions of items', () => {
		const cases: readonly (readonly [string, readonly string[], number | undefined])[] = [
			['**Status page**: Update (SEV-1/SEV-2)', ['SEV-1', 'SEV-2'], undefined],
			['**Customers**: For SEV-1, tell them within 15 minutes', ['SEV-1'], 15],
			['Page the CTO (SEV-1 only)', ['SEV-1'], undefined],
			['Post within one hour', [], 60],
			['First post within 10 minutes for SEV-1, 30 for SEV-2', [], 10],
			['Copy the S3 bucket', [], undefined],
		];
		for (const [source, severities, dueMin] of cases) {
			const item = parseRunbook(`## A\n- [ ] ${source}`).phases[0]?.groups[0]?.items[0];
			assert.deepEqual([item?.severities, item?.dueMin], [severities, dueMin], source);
		}
	});

	test('a group with a cadence', () => {
		const group = parseRunbook('## A\n### Tell (Every 15 min for SEV-1, 30 min for SEV-2)\n- [ ] a').phases[0]
			?.groups[0];
		assert.deepEqual(
			[group?.title, group?.cadence],
			[
				'Tell',
				[
					{ severity: 'SEV-1', everyMin: 15 },
					{ severity: 'SEV-2', everyMin: 30 },
				],
			],
		);
	});

	test('cadences as separate clocks, from lists and tables', () => {
		const text = lines(
			'## Communication',
			'### Internal updates',
			'- **SEV-1**: Every 15 minutes',
			'### Status Page Updates',
			'- **SEV-1**: Update within 10 minutes, then hourly',
			'- **SEV-2**: Update only if customer-facing',
			'### Update frequency for customers',
			'| Severity | Response | Updates |',
			'|---|---|---|',
			'| P1 | 5 min | 30 minutes |',
		);
		assert.deepEqual(
			parseRunbook(text).cadences.map(({ audience, severity, firstWithinMin, everyMin, condition, line }) =>
				[line, audience, severity, firstWithinMin ?? '-', everyMin ?? '-', condition ?? '-'].join(' '),
			),
			[
				'3 internal SEV-1 - 15 -',
				'5 status page SEV-1 10 60 -',
				'6 status page SEV-2 - - only if customer-facing',
				'10 customers SEV-1 - 30 -',
			],
		);
	});

	test('cadences from a severity table anywhere, and from a sentence', () => {
		const words = (text: string): readonly string[] =>
			parseRunbook(text).cadences.map(({ severity, everyMin }) => `${severity} ${everyMin ?? '-'}`);
		assert.deepEqual(
			words('## Severity\n| Level | Response | Updates |\n|--|--|--|\n| SEV-1 | 5 min | Every 15 min |'),
			['SEV-1 15'],
		);
		assert.deepEqual(words('## Severity\n| Level | Response |\n|--|--|\n| SEV-1 | 5 min |'), []);
		assert.deepEqual(words('- **Update frequency:** Every 15 minutes for P0, hourly for P1'), [
			'SEV-1 15',
			'SEV-2 60',
		]);
	});

	test('escalation: levels, interval, exception', () => {
		const { escalation } = parseRunbook(
			lines(
				'## Escalation',
				'**Timeline**: 5 minutes between escalation levels',
				'### Level 1: Monitor (On-Call)',
				'- **Response Time**: Immediate for SEV-1, 15min for SEV-2',
				'- **Authority**: Roll back',
				'### Level 2: Admin',
				'- **Escalation Trigger**: Complex',
				'### Emergency Exception',
				'- Page all levels simultaneously',
			),
		);
		assert.equal(escalation.intervalMin, 5);
		assert.deepEqual(
			escalation.levels.map(({ name, role, respond, authority, trigger }) => [
				name,
				role,
				respond,
				authority,
				trigger,
			]),
			[
				['Monitor', 'On-Call', ['Immediate for SEV-1', '15min for SEV-2'], 'Roll back', undefined],
				['Admin', undefined, [], undefined, 'Complex'],
			],
		);
		assert.deepEqual(
			escalation.exceptions.map(({ title, allLevels }) => [title, allLevels]),
			[['Emergency Exception', true]],
		);
	});

	test('escalation as a table, and as a chain', () => {
		const table =
			'## Escalation\n| Level | Contact | When |\n|--|--|--|\n| 1 | Kim | at once |\n| 2 | Dana | 15 min |';
		assert.deepEqual(
			parseRunbook(table).escalation.levels.map(({ name, role, trigger }) => [name, role, trigger]),
			[
				['1', 'Kim', 'at once'],
				['2', 'Dana', '15 min'],
			],
		);
		const chain = parseRunbook('- **Escalation**: Monitor → Admin → CTO (5 min intervals)').escalation;
		assert.deepEqual(
			[chain.intervalMin, chain.levels.map(({ name }) => name)],
			[5, ['Monitor', 'Admin', 'CTO']],
		);
	});

	test('messages are fences with words, not scripts, drawings or logs', () => {
		const kinds = (heading: string, fence: string, language = ''): readonly string[] =>
			parseRunbook(lines(`## ${heading}`, '```' + language, fence, '```')).templates.map(({ kind }) => kind);
		assert.deepEqual(kinds('Declare in chat', 'Issue: [What]'), ['declare']);
		assert.deepEqual(kinds('Update Template', 'Status: [x y]', 'markdown'), ['update']);
		assert.deepEqual(kinds('Customer Notifications', 'We are on it.'), ['customer']);
		assert.deepEqual(kinds('Support Team Briefing', 'Customer impact: [x y]'), ['support']);
		assert.deepEqual(kinds('Update', 'kubectl get pods [x y]'), []);
		assert.deepEqual(kinds('Communication', '├─ YES → P0'), []);
		assert.deepEqual(kinds('Update', 'ls', 'bash'), []);
		assert.deepEqual(kinds('Architecture', 'a [b c]'), []);
	});

	test('decisions with their owner, choices and criteria', () => {
		const text =
			'## Decisions\n### Rollback (IC Authority)\n**At once**:\n- Down\n- Data\n\n**Look first**:\n- Slow';
		assert.deepEqual(
			parseRunbook(text).decisions.map(({ title, owner, choices }) => [
				title,
				owner,
				choices.map((choice) => [choice.title, choice.criteria]),
			]),
			[
				[
					'Rollback',
					'IC',
					[
						['At once', ['Down', 'Data']],
						['Look first', ['Slow']],
					],
				],
			],
		);
	});

	test('channels and contacts, unfilled ones marked', () => {
		const runbook = parseRunbook(
			lines(
				'- **Incident Channel**: `#incidents`',
				'- **#support**: For customers',
				'',
				'Issue #123, [x](#anchor)',
				'## Emergency Contacts',
				'- **Primary**: [PagerDuty contact]',
				'- **Hosting**: +1-555-0100',
				'',
				'| Name | Phone |',
				'|---|---|',
				'| Kim | 555 |',
			),
		);
		assert.deepEqual(
			runbook.channels.map(({ name, purpose }) => [name, purpose]),
			[
				['#incidents', 'Incident Channel'],
				['#support', 'For customers'],
			],
		);
		assert.deepEqual(
			runbook.contacts.map(({ name, value, placeholder }) => [name, value, placeholder]),
			[
				['Primary', '[PagerDuty contact]', true],
				['Hosting', '+1-555-0100', false],
				['Kim', '555', false],
			],
		);
	});

	test('severity definitions from a table, from headings, by words', () => {
		const names = (text: string): readonly string[] =>
			parseRunbook(text).severities.map(
				({ severity, name, description }) => `${severity} ${name}: ${description ?? '-'}`,
			);
		assert.deepEqual(
			names('## Severity\n| Level | Description |\n|--|--|\n| **P0** | Down |\n| P1 | Slow |'),
			['SEV-1 P0: Down', 'SEV-2 P1: Slow'],
		);
		assert.deepEqual(names('## Severity levels\n### SEV-1: Critical\nAll down.\n### SEV-2 (Major)'), [
			'SEV-1 SEV-1: Critical. All down.',
			'SEV-2 SEV-2: Major',
		]);
		assert.deepEqual(names('## Priority\n| Priority | Impact |\n|--|--|\n| Critical | x |\n| Low | y |'), [
			'SEV-1 Critical: x',
			'SEV-4 Low: y',
		]);
	});

	test('script files are named, and looked up when somebody can', () => {
		const findScript = (path: string): string | undefined => (path === 'a.sh' ? 'scripts/a.sh' : undefined);
		const files = (command: string): readonly unknown[] => {
			const [script] = parseRunbook(lines('```bash', command, '```'), { findScript }).scripts;
			return [script?.file, script?.missing];
		};
		assert.deepEqual(files('bash a.sh now'), ['scripts/a.sh', false]);
		assert.deepEqual(files('python tools/b.py x'), ['tools/b.py', true]);
		assert.deepEqual(files('curl https://x.example/a.js'), [undefined, undefined]);
		assert.deepEqual(files('ls'), [undefined, undefined]);
	});
});
