import assert from 'node:assert/strict';
import { linkPaths, relativePath } from '../../../../src/core/lint/linkPaths';
import { nearName } from '../../../../src/core/lint/nearName';
import { isRunbook } from '../../../../src/core/lint/isRunbook';
import { parseRunbook } from '../../../../src/core/runbook/parse';

suite('lint: linkPaths', () => {
	const cases: readonly (readonly [document: string, target: string, first: string | undefined])[] = [
		['R.md', './A.md', 'A.md'],
		['docs/R.md', '../A.md#x', 'A.md'],
		['docs/R.md', '../../A.md', '../A.md'],
		['docs/R.md', '/A.md', 'A.md'],
		['R.md', 'my%20list.md', 'my list.md'],
		['R.md', '100%.md', '100%.md'],
		['R.md', '#x', undefined],
		['R.md', 'a\\b.md', undefined],
	];
	for (const [document, target, first] of cases) {
		test(`${target} in ${document}`, () => assert.equal(linkPaths(document, target)[0], first));
	}

	test('pages of site generators', () => {
		assert.deepEqual(linkPaths('docs/R.md', 'other').slice(0, 3), [
			'docs/other',
			'docs/other.md',
			'docs/other.mdx',
		]);
		assert.ok(linkPaths('docs/R.md', '../other/').includes('docs/other.md'));
		assert.ok(linkPaths('docs/R.md', 'other.html').includes('docs/other.md'));
	});

	test('relativePath', () => {
		assert.equal(relativePath('docs', 'docs/ops/a.md'), 'ops/a.md');
		assert.equal(relativePath('docs/x', 'ops/a.md'), '../../ops/a.md');
		assert.equal(relativePath('', '../a.md'), '../a.md');
	});
});

suite('lint: nearName', () => {
	const paths = [
		'R.md',
		'docs/ROLLBACK.md',
		'ops/deep/rollback.md',
		'docs/TRIAGE_CHECKLIST.md',
		'docs/a b.md',
	];
	const cases: readonly (readonly [document: string, target: string, near: string | undefined])[] = [
		['R.md', './ROLLBACK.md', './docs/ROLLBACK.md'],
		['ops/R.md', 'rollback.md#when', 'deep/rollback.md#when'],
		['R.md', 'TRIAGE-CHECKLST.md', 'docs/TRIAGE_CHECKLIST.md'],
		['R.md', 'A B.md', 'docs/a%20b.md'],
		['R.md', 'TRIAG_CHEKLIST.md', 'docs/TRIAGE_CHECKLIST.md'],
		['R.md', 'c.md', undefined],
		['R.md', 'T.md', undefined],
		['R.md', 'ac.md', 'docs/a%20b.md'],
		['R.md', 'cd.md', undefined],
		['R.md', 'DEPLOY.md', undefined],
		['R.md', 'ROLLBACK.txt', undefined],
		['R.md', 'docs/', undefined],
	];
	for (const [document, target, near] of cases) {
		test(`${target} in ${document}`, () => assert.equal(nearName(document, target, paths), near));
	}
});

suite('lint: isRunbook', () => {
	const escalation = '# Who\n## Escalation\n### Level 1: A\n### Level 2: B\n';
	const cases: readonly (readonly [what: string, path: string, text: string, expected: boolean])[] = [
		['by its name', 'docs/INCIDENT_RESPONSE.md', 'text', true],
		['in a folder of runbooks', 'runbooks/disk.md', '- [ ] look\n', true],
		['the same without anything to do', 'runbooks/disk.md', 'text', false],
		['by two signs and work', 'x.md', `${escalation}## T+0 to T+5\n- [ ] x\n`, true],
		['one sign', 'x.md', `${escalation}- [ ] x\n`, false],
		['signs without work', 'x.md', `${escalation}## Contacts\n- DBA: 5\n`, false],
		['a task list', 'TODO.md', '# To do\n- [ ] x\n- [ ] y\n', false],
		['a README of a folder of runbooks', 'runbooks/README.md', '- [ ] x\n', false],
		['a template', 'docs/POSTMORTEM_TEMPLATE.md', `# Incident response\n${escalation}- [ ] x\n`, false],
		['a form', '.github/pull_request_template.md', '# Rollback\n- [ ] x within 5 minutes\n', false],
	];
	for (const [what, path, text, expected] of cases) {
		test(what, () => assert.equal(isRunbook(path, parseRunbook(text)), expected));
	}
});
