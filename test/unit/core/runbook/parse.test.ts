import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import type { Item, Runbook } from '../../../../src/core/runbook/model';

const lines = (...rows: readonly string[]): string => rows.join('\n');

/** The checklist as nested words: phase > group (role) > [x] item. */
function shape(text: string): readonly string[] {
	return parseRunbook(text).phases.flatMap((phase) =>
		phase.groups.flatMap((group) => {
			const role = group.role === undefined ? '' : ` (${group.role})`;
			return group.items.map(
				(item) => `${phase.title} > ${group.title}${role} > ${item.checked ? 'x' : '-'} ${item.text}`,
			);
		}),
	);
}

function items(runbook: Runbook): readonly Item[] {
	return runbook.phases.flatMap((phase) => phase.groups.flatMap((group) => group.items));
}

function assertShape(text: string, ...expected: readonly string[]): void {
	assert.deepEqual(shape(text), expected);
}

suite('parseRunbook', () => {
	suite('checklist', () => {
		test('a phase is the heading above the group', () =>
			assertShape(
				'# T\n## Timeline\n### T+0 to T+5: Go\n#### Now (IC)\n- [ ] a',
				'T+0 to T+5: Go > Now (IC) > - a',
			));
		test('items right under a heading', () => assertShape('# T\n## Go\n- [ ] a', 'Go >  > - a'));
		test('items under the title', () => assertShape('# T\n- [ ] a', 'T >  > - a'));
		test('items without any heading', () => assertShape('- [ ] a', ' >  > - a'));
		test('a phase with items of its own and a group', () =>
			assertShape('## Go\n- [ ] a\n### Then\n- [ ] b', 'Go >  > - a', 'Go > Then > - b'));
		test('a timed phase holds deeper groups', () =>
			assertShape('## T+0 to T+5\n### A\n#### B\n- [ ] a', 'T+0 to T+5 > A › B > - a'));
		test('no heading skips its group', () => assertShape('# T\n## A\n#### B\n- [ ] a', 'A > B > - a'));
		test('`*`, `+` and ordered tasks', () =>
			assertShape('## A\n* [ ] a\n\n+ [x] b\n\n1. [X] c', 'A >  > - a', 'A >  > x b', 'A >  > x c'));
		test('CRLF and a byte order mark', () => assertShape('\uFEFF## A\r\n- [ ] a\r\n', 'A >  > - a'));
		test('setext headings', () => assertShape('T\n=\n\nA\n-\n- [ ] a', 'A >  > - a'));
		test('wrapped text becomes one line', () => assertShape('## A\n- [ ] a\n  b', 'A >  > - a b'));
		test('tasks in a quote', () => assertShape('## A\n> - [ ] a', 'A >  > - a'));
		test('front matter is no heading', () => assertShape('---\ntitle: X\n---\n## A\n- [ ] a', 'A >  > - a'));
		for (const none of ['- [ ]', '- [ ] ', '- []x', '- [ ]x', '- [-] x', '- ✅ x', '[ ] x', '- \\[ ] x']) {
			test(`no task: ${JSON.stringify(none)}`, () => assertShape(`## A\n${none}\n`));
		}
		test('no task in a fence', () => assertShape('## A\n```\n- [ ] a\n```\n~~~~\n- [ ] a\n~~~~'));
		test('no task in a comment', () => assertShape('## A\n<!--\n- [ ] a\n-->'));
		test('no task in indented code', () => assertShape('## A\n\n    - [ ] a'));
	});

	test('nested items carry their depth and lines', () => {
		const found = items(parseRunbook(lines('## A', '- [ ] a', '  - [ ] b', '    c', '- [ ] d')));
		assert.deepEqual(
			found.map(({ text, depth, line, endLine }) => [text, depth, line, endLine]),
			[
				['a', 0, 2, 2],
				['b c', 1, 3, 4],
				['d', 0, 5, 5],
			],
		);
	});

	suite('item words', () => {
		const cases: readonly (readonly [string, string | undefined, string | undefined])[] = [
			['**Label**: detail', 'Label', 'detail'],
			['**Label:** detail', 'Label', 'detail'],
			['**Label** — detail', 'Label', 'detail'],
			['**Label** (detail)', 'Label', '(detail)'],
			['**Label** detail', 'Label', 'detail'],
			['**Label**', 'Label', undefined],
			['__Label__: detail', 'Label', 'detail'],
			['**Use**: [X.md](./X.md)', 'Use', 'X.md'],
			['Label: detail', 'Label', 'detail'],
			['no label here', undefined, undefined],
			['see http://x.example now', undefined, undefined],
			['run `a: b` now', undefined, undefined],
		];
		for (const [source, label, detail] of cases) {
			test(source, () => {
				const [item] = items(parseRunbook(`## A\n- [ ] ${source}`));
				assert.deepEqual([item?.label, item?.detail], [label, detail]);
			});
		}
		test('HTML stays visible, marks go', () => {
			const [item] = items(parseRunbook('## A\n- [ ] ask <team-name> for `kubectl` & *care*'));
			assert.equal(item?.text, 'ask <team-name> for kubectl & care');
		});
	});

	suite('item ids', () => {
		const ids = (text: string): readonly string[] => items(parseRunbook(text)).map(({ id }) => id);
		test('a repeated label differs by its detail, a repeated text by its number', () => {
			const [one, two, three] = ids('## A\n- [ ] **Act**: x\n- [ ] **Act**: y\n## B\n- [ ] **Act**: x');
			assert.equal(new Set([one, two, three]).size, 3);
			assert.equal(three, `${one}-2`);
		});
		test('edits elsewhere leave them alone', () => {
			const before = ids('## A\n- [ ] one\n- [ ] two');
			assert.deepEqual(
				ids('# T\n\ntext\n\n## A renamed\n- [ ] zero\n- [ ] one\n\n## B\n- [ ] two').slice(1),
				before,
			);
		});
		test('other scripts have words too', () =>
			assert.match(ids('## A\n- [ ] Проверить базу')[0] ?? '', /^проверить-базу-/));
	});

	suite('roles without a section that says “Responsibilities”', () => {
		const cases: readonly (readonly [string, string, readonly unknown[]])[] = [
			[
				'a table',
				'## Roles\n\n| Role | Primary | Responsibilities |\n|---|---|---|\n| **Lead (TL)** | Ana | Fixes; reports |\n| Scribe | | Notes |',
				[
					['Lead', 'TL', 'Ana', ['Fixes', 'reports']],
					['Scribe', undefined, undefined, ['Notes']],
				],
			],
			[
				'bold bullets',
				'## Roles & responsibilities\n\n- **Incident Commander (IC)**: decides\n- **Tools**: a pager',
				[['Incident Commander', 'IC', undefined, ['decides']]],
			],
			[
				'headings',
				'## Response roles\n### 🧭 Scribe\n- **Primary**: Bo\n- Keeps the timeline\n### Steps for the Scribe\n- Write',
				[['Scribe', undefined, 'Bo', ['Keeps the timeline']]],
			],
			['not elsewhere', '## Contacts\n- **Team lead**: call her\n### Scribe\n- Call', []],
			['a table about something else', '## Roles\n\n| Tool | Description |\n|---|---|\n| x | y |', []],
		];
		for (const [name, text, expected] of cases) {
			test(name, () => {
				const { roles } = parseRunbook(`# R\n\n${text}\n`);
				assert.deepEqual(
					roles.map(({ name, short, who, responsibilities }) => [name, short, who, responsibilities]),
					expected,
				);
			});
		}
	});

	test('title, metadata and roles', () => {
		const runbook = parseRunbook(
			lines(
				'# Runbook 🚨',
				'**Version**: 2  ',
				'**Owner:** Team *Red*',
				'## Roles',
				'### Commander (IC) 👨💼',
				'**Responsibilities**:',
				'- Decide',
				'- Tell',
				'',
				'**Who**: anyone  ',
				'**Escalation**: CTO',
			),
		);
		assert.equal(runbook.title, 'Runbook');
		assert.deepEqual(runbook.metadata, { Version: '2', Owner: 'Team Red' });
		assert.deepEqual(runbook.roles, [
			{
				name: 'Commander',
				short: 'IC',
				responsibilities: ['Decide', 'Tell'],
				who: 'anyone',
				escalation: 'CTO',
				line: 5,
			},
		]);
	});

	test('front matter gives title and metadata', () => {
		const runbook = parseRunbook('---\ntitle: "Roll back"\nowner: ops\n---\n## Steps');
		assert.deepEqual([runbook.title, runbook.metadata['owner']], ['Roll back', 'ops']);
	});

	test('links are found, and looked up when somebody can', () => {
		const exists = (target: string): boolean => target === './a.md';
		const { links } = parseRunbook('See [a](./a.md#x), [b](b.md), [c](https://c.example), [d](#d)', {
			exists,
		});
		assert.deepEqual(
			links.map(({ target, resolved }) => [target, resolved]),
			[
				['./a.md#x', true],
				['b.md', false],
				['https://c.example', undefined],
				['#d', undefined],
			],
		);
	});

	suite('scripts', () => {
		const scripts = (...rows: readonly string[]): readonly string[] =>
			parseRunbook(lines('## Emergency Scripts', ...rows)).scripts.map(
				({ title, text, line, effect }) => `${line} ${title} [${effect}] ${JSON.stringify(text)}`,
			);
		test('three commands under three comments are three scripts', () =>
			assert.deepEqual(
				scripts(
					'```bash',
					'# Emergency rollback',
					'python rb.py now',
					'',
					'# Check health',
					'python h.py',
					'',
					'# Validate it',
					'python v.py',
					'```',
				),
				[
					'3 Emergency rollback [change] "# Emergency rollback\\npython rb.py now\\n"',
					'6 Check health [check] "# Check health\\npython h.py\\n"',
					'9 Validate it [check] "# Validate it\\npython v.py\\n"',
				],
			));
		test('a block of checks stays whole', () =>
			assert.deepEqual(scripts('```sh', '# Health', 'curl a', '', '# Rates', 'curl b', '```'), [
				'3 Health [check] "# Health\\ncurl a\\n\\n# Rates\\ncurl b\\n"',
			]));
		test('a block that sets up its shell stays whole', () =>
			assert.deepEqual(scripts('```sh', '# Go', 'cd /srv', '# Stop', 'systemctl stop x', '```'), [
				'3 Go [change] "# Go\\ncd /srv\\n# Stop\\nsystemctl stop x\\n"',
			]));
		test('without a comment the heading is the title', () =>
			assert.deepEqual(scripts('```python', 'print(1)', '```'), [
				'3 Emergency Scripts [change] "print(1)\\n"',
			]));
		test('unlabelled fences, and comments alone, are no scripts', () =>
			assert.deepEqual(scripts('```', 'rm x', '```', '```bash', '# Open the console', '```'), []));
	});

	test('problems say what is missing', () => {
		const codes = (text: string): readonly string[] => parseRunbook(text).problems.map(({ code }) => code);
		assert.deepEqual(codes(''), ['empty-document']);
		assert.deepEqual(codes('\uFEFF \n'), ['empty-document']);
		assert.deepEqual(codes('# T\ntext'), ['no-checklist']);
		assert.deepEqual(codes('- [ ] a'), []);
	});

	test('any text gives a model, with different ids', () => {
		const part = fc.constantFrom(
			'# ',
			'- [ ] ',
			'  ',
			'\n',
			'\r\n',
			'```sh\n',
			'**a**: b',
			'(',
			')',
			'T+5',
			'|',
			'<!--',
			'[x](y)',
			'---\n',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
				const found = items(parseRunbook(parts.join('')));
				assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
			}),
			{ numRuns: 300 },
		);
	});
});
