import assert from 'node:assert/strict';
import { fixesFor, type Fix } from '../../../../src/core/lint/fixes';
import type { RuleCode } from '../../../../src/core/lint/finding';
import type { FileFacts } from '../../../../src/core/lint/document';
import { lintDocument } from '../../../../src/core/lint/lint';
import { check, now, read } from './check';

const files: FileFacts = {
	links: new Map([['./A.md', { exists: false, near: './docs/A.md' }]]),
	scripts: new Map([['./x.sh', false]]),
};

/** The text after the fix with this place in the list, of the first finding of a rule. */
function apply(code: RuleCode, text: string, index = 0): string {
	const document = read(text);
	const finding = lintDocument(document, { now, files }).find((found) => found.code === code);
	assert.ok(finding, `no ${code}`);
	const fix = fixesFor(finding, document, now)[index];
	return fix ? edited(text, fix) : 'no fix';
}

function edited(text: string, { edits }: Fix): string {
	const lines = text.split('\n');
	const offset = (line: number, column: number): number => {
		const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
		return before + Math.min(column - 1, (lines[line - 1] ?? '').length);
	};
	const [edit] = edits;
	assert.ok(edit && edits.length === 1);
	const { line, column, endLine, endColumn } = edit;
	return text.slice(0, offset(line, column)) + edit.text + text.slice(offset(endLine, endColumn));
}

suite('lint fixes', () => {
	const cases: readonly (readonly [RuleCode, string, string])[] = [
		['unresolved-link', '[a](./A.md) b', '[a](./docs/A.md) b'],
		['unresolved-anchor', '## Roll back\n\n[a](#rol-back)', '## Roll back\n\n[a](#roll-back)'],
		['stale-last-updated', '**Last Updated**: May 3, 2025  \nx', '**Last Updated**: 2026-11-23  \nx'],
		['missing-last-updated', '# R\n\ntext\n', '# R\n\n**Last Updated**: 2026-11-23\n\ntext\n'],
		['missing-owner', '# R\n**Version**: 1  \nx\n', '# R\n**Owner**:   \n**Version**: 1  \nx\n'],
		['missing-owner', 'text\n', '**Owner**: \n\ntext\n'],
		['missing-owner', '---\na: b\n---\ntext\n', '---\na: b\n---\n\n**Owner**: \ntext\n'],
		['unlabelled-shell-fence', '  ```\n  ls -l /x\n  ```\n', '  ```bash\n  ls -l /x\n  ```\n'],
		[
			'script-cannot-fail',
			'## Check\n```bash\n# health\ncurl -f https://x\nls -l\n```\n',
			'## Check\n```bash\nset -euo pipefail\n# health\ncurl -f https://x\nls -l\n```\n',
		],
		['duplicate-item', '## A\n- [ ] x\n- [ ] x\n', '## A\n- [ ] x\n'],
		['duplicate-item', '## A\n- [ ] x\n- [ ] x\n- [ ] y', '## A\n- [ ] x\n- [ ] y'],
	];
	for (const [code, before, after] of cases) {
		test(`${code}: ${JSON.stringify(before.slice(0, 30))}`, () => assert.equal(apply(code, before), after));
	}

	test('a fix settles what it is for', () => {
		for (const [code, before] of cases) {
			assert.notDeepEqual(check(code, before, files), []);
			if (code !== 'missing-owner') assert.deepEqual(check(code, apply(code, before), files), [], code);
		}
	});

	test('a decision after || and items below are left to the person', () => {
		assert.match(
			apply('script-cannot-fail', '## Check\n```sh\ncurl https://x || true\n```'),
			/runbook-lint-disable/,
		);
		assert.match(apply('duplicate-item', '## A\n- [ ] x\n- [ ] x\n  - [ ] y\n'), /runbook-lint-disable/);
	});

	const places: readonly (readonly [RuleCode, string, number])[] = [
		['unfilled-placeholder', '# R\n- a: [your name]\n', 0],
		['unfilled-placeholder', '# R\n  - a: [your name]\n', 0],
		['unfilled-placeholder', '# R\n| a | b |\n|---|---|\n| x | TBD |\n| y | z |\n', 0],
		['missing-script', '# R\n```bash\nls\n./x.sh\n```\n', 0],
		['missing-owner', '---\na: b\n---\n# R\ntext\n', 1],
		['unresolved-link', '# R\n1. [a](./A.md)\n2. b\n', 1],
	];
	for (const [code, text, index] of places) {
		test(`disabling ${code} in ${JSON.stringify(text.slice(0, 24))} silences it and nothing else`, () => {
			const disabled = apply(code, text, index);
			assert.equal(check(code, disabled, files).length, check(code, text, files).length - 1);
			assert.deepEqual(check('unknown-lint-code', disabled), []);
			assert.equal(disabled.replace(/ ?\s*<!--.*?-->/, '').replace(/\s+/g, ''), text.replace(/\s+/g, ''));
		});
	}
});

suite('lint suppression', () => {
	const gap = '- a: [your name]\n';
	const comment = '<!-- runbook-lint-disable unfilled-placeholder -->\n';
	const cases: readonly (readonly [what: string, text: string, left: number])[] = [
		['before the first heading: the whole document', `${comment}# R\n${gap}\n${gap}`, 0],
		['elsewhere: the next line', `# R\n${comment}${gap}${gap}`, 1],
		['in the line itself', `# R\n- a: TBD ${comment}`, 0],
		['of another rule', `# R\n<!-- runbook-lint-disable duplicate-item -->\n${gap}`, 1],
		['among several', `# R\n<!-- runbook-lint-disable duplicate-item unfilled-placeholder -->\n${gap}`, 0],
		['shown as code', `# R\n\`\`\`\n${comment}\`\`\`\n${gap}`, 1],
	];
	for (const [what, text, left] of cases) {
		test(what, () => assert.equal(check('unfilled-placeholder', text).length, left));
	}
});
