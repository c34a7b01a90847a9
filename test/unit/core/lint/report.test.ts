import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixesFor } from '../../../../src/core/lint/fixes';
import { rules } from '../../../../src/core/lint/rules';
import { toSarif } from '../../../../src/core/lint/sarif';
import { findingText } from '../../../../src/core/lint/words';
import { findings, now, onlyFiles, read } from './check';

interface Sarif {
	readonly version: string;
	readonly runs: readonly {
		readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly SarifRule[] } };
		readonly results: readonly SarifResult[];
	}[];
}
interface SarifRule {
	readonly id: string;
	readonly shortDescription: { readonly text: string };
}
interface SarifResult {
	readonly ruleId: string;
	readonly ruleIndex: number;
	readonly level: string;
	readonly message: { readonly text: string };
	readonly locations: readonly {
		readonly physicalLocation: {
			readonly artifactLocation: { readonly uri: string };
			readonly region: {
				readonly startLine: number;
				readonly startColumn: number;
				readonly endColumn: number;
			};
		};
	}[];
}

function sarifOf(file: string, text: string): Sarif {
	const found = findings(text, onlyFiles()).map((finding) => ({ file, ...finding }));
	return JSON.parse(JSON.stringify(toSarif(found))) as Sarif;
}

suite('lint: SARIF', () => {
	test('has the members that the schema of 2.1.0 requires', () => {
		const { version, runs } = sarifOf('docs/my runbook.md', '# R\n[x](a.md)\n');
		const [run] = runs;
		assert.ok(version === '2.1.0' && run && runs.length === 1);
		assert.equal(run.tool.driver.name, 'Runbook Response');
		assert.deepEqual(
			run.tool.driver.rules.map(({ id }) => id),
			rules.map(({ code }) => code),
		);
		for (const { shortDescription } of run.tool.driver.rules) assert.ok(shortDescription.text.length > 10);
		assert.deepEqual(
			run.results.map(({ level }) => level),
			['note', 'note', 'error'],
		);
		const link = run.results[2];
		assert.equal(link?.ruleId, 'unresolved-link');
		assert.equal(run.tool.driver.rules[link.ruleIndex]?.id, 'unresolved-link');
		assert.equal(link.message.text, '“a.md” does not exist.');
		assert.deepEqual(link.locations, [
			{
				physicalLocation: {
					artifactLocation: { uri: 'docs/my%20runbook.md' },
					region: { startLine: 2, startColumn: 5, endColumn: 9 },
				},
			},
		]);
	});

	test('a file outside has an absolute address', () => {
		const uri = (file: string): string | undefined =>
			sarifOf(file, '# R\n').runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
		assert.equal(uri('/x/a b.md'), 'file:///x/a%20b.md');
		assert.equal(uri('C:/x/a b.md'), 'file:///C:/x/a%20b.md');
	});

	test('nothing found is a run without results', () => {
		assert.deepEqual((toSarif([]) as Sarif).runs[0]?.results, []);
	});
});

suite('lint: any text', () => {
	const pieces = [
		'# R\n',
		'## T+0 to T+5 (IC)\n',
		'- [ ] **A**: within 15 minutes [x](a.md)\n',
		'- [ ] A\n',
		'```bash\n',
		'```\n',
		'curl -f https://x || true\n',
		'rm -rf /x\n',
		'./fix.sh\n',
		'| a | TBD |\n',
		'|---|---|\n',
		'[x]: a.md\n',
		'- a: [b c]\n',
		'**Responsibilities**:\n',
		'### Technical Lead (Scribe)\n',
		'- Hands-on\n',
		'<!-- runbook-lint-disable x -->\n',
		'<!--\n',
		'-->',
		'---\n',
		'Last Updated: 2020-01-01\n',
		'`',
		'``',
		'[',
		'](',
		'<',
		'>',
		'\r\n',
		'\uFEFF',
		'## Escalation\n',
		'### Level 1: A\n',
		'## Contacts\n',
		'- A: [b]\n',
		'  ',
		'\t',
		'é',
		'🔥',
	];
	const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 30 });

	test('gives findings inside the document, each with a sentence and fixes', () => {
		fc.assert(
			fc.property(text, (parts) => {
				const document = read(parts.join(''));
				for (const finding of findings(parts.join(''), onlyFiles())) {
					const { line, column, endColumn } = finding;
					const { length } = document.lines[line - 1] ?? '';
					assert.ok(line >= 1 && line <= document.lines.length, finding.code);
					assert.ok(column >= 1 && column <= endColumn && endColumn <= length + 1, finding.code);
					assert.match(findingText(finding), /[.?]$/);
					for (const fix of fixesFor(finding, document, now)) assert.ok(fix.edits.length > 0 && fix.title);
				}
			}),
			{ numRuns: 40 },
		);
	});

	// In a fence, in one line and in many.
	for (const piece of [
		'docker ',
		'aws ',
		'rm -a ',
		'kubectl -a b ',
		'healthcheck',
		'curl x ',
		'bash -a ',
		'a/',
		'git push ',
	]) {
		test(`stays quick on 1,000 times ${piece}in a fence`, function () {
			this.timeout(500);
			findings(`\`\`\`bash\n${piece.repeat(1000)}\n\`\`\`\n`);
		});
	}

	for (const piece of [
		'[',
		'](',
		'`',
		'[x](',
		'<!--',
		'|',
		'| [',
		'](<',
		'[ab] ',
		'`a` ',
		']( ',
		': ',
		'owner ',
		'# (',
		'**',
		'- [ ] within ',
	]) {
		test(`stays quick on 1,000 times ${piece}`, function () {
			this.timeout(500);
			findings(piece.repeat(1_000));
		});
	}
});
