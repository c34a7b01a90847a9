import assert from 'node:assert/strict';
import { anchorsIn } from '../../../../src/core/lint/anchors';
import type { FileFacts } from '../../../../src/core/lint/document';
import type { RuleCode } from '../../../../src/core/lint/finding';
import { rules } from '../../../../src/core/lint/rules';
import { isRuleCode } from '../../../../src/core/lint/ruleCodes';
import { check, onlyFiles } from './check';

/** What a row is about, the document, and the findings. */
type Row = readonly [what: string, text: string, expected: readonly string[]];

function table(code: RuleCode, rows: readonly Row[]): void {
	suite(`lint: ${code}`, () => {
		for (const [what, text, expected] of rows) {
			test(what, () => assert.deepEqual(check(code, text, onlyFiles()), expected));
		}
	});
}

const shell = (...lines: readonly string[]): string =>
	['## Check', '```bash', ...lines, '```', ''].join('\n');

table('unresolved-link', [
	['in a paragraph', 'See [a](a.md) now', ['1:9 a.md']],
	['twice on a line', '[a](a.md) [b](./b.md#x)', ['1:5 a.md']],
	['in a table', '| a |\n|---|\n| [x](a.md) |', ['3:7 a.md']],
	['in brackets, with a title', '[x](<c d.md>) [y](a.md "t")', ['1:6 c d.md', '1:19 a.md']],
	['with a bracket in its name', '[x](e_(f).md)', ['1:5 e_(f).md']],
	['of a reference', '[x][1]\n\n[1]: a.md', ['3:6 a.md']],
	['not in code, fences and comments', '`[x](a.md)`\n```\n[x](a.md)\n```\n<!-- [x](a.md) -->', []],
	['not to the web, anchors and gaps', '[x](https://a.md) [x](#a.md) [x](mailto:a.md) [x]({{ a.md }})', []],
	['not in front matter', '---\nx: "[x](a.md)"\n---\n# R', []],
]);

table('unresolved-anchor', [
	['no such section', '# R\n\n[x](#roll-back)', ['3:5 #roll-back']],
	['of a reference', '# R\n\n[x][y]\n\n[y]: #nowhere', ['5:6 #nowhere']],
	['as GitHub writes it', '## 🚨 T+0 to T+5: Who & what?\n[x](#-t0-to-t5-who--what)', []],
	['as other sites write it', '## Who & what?\n[x](#who-what)', []],
	['of equal headings', '## A b\n## A b\n[x](#a-b-1)', []],
	['set by hand', '<a name="here"></a>\n## A {#other}\n[x](#here) [y](#other) [z](#top) [a](#)', []],
	['another script, encoded', '## Déploiement\n[x](#d%C3%A9ploiement) [y](#%)', []],
	['not in code, nor in files nobody read', '`[x](#a)`\n```\n[x](#a)\n```\n[y](a.md#b)', []],
]);

suite('lint: unresolved-anchor in other files', () => {
	const anchors = anchorsIn(
		'---\nx: 1\n---\n# R\n## Roll back\n<a id="hand-made"></a>\n```\n## No heading\n```\n',
	);
	const files: FileFacts = {
		links: new Map(
			['R.md#rol-back', 'R.md#roll-back', './R.md#hand-made', 'R.md#no-heading', 'R.md#L7', 'R.md#'].map(
				(target) => [target, { exists: true, near: undefined, anchors }],
			),
		),
		scripts: new Map(),
	};
	const rows: readonly Row[] = [
		['a slip, with the near name', 'See [x](R.md#rol-back)', ['1:9 R.md#rol-back | R.md#roll-back']],
		['what stands in a fence', '[x](R.md#no-heading)', ['1:5 R.md#no-heading']],
		['quiet where there is one', '[x](R.md#roll-back) [y](./R.md#hand-made) [z](R.md#)', []],
		['quiet about lines of code', '[x](R.md#L7)', []],
		['quiet about files nobody read', '[x](page.html#a) [y](unknown.md#a)', []],
	];
	for (const [what, text, expected] of rows) {
		test(what, () => assert.deepEqual(check('unresolved-anchor', text, files), expected));
	}
});

table('missing-script', [
	['first word of a command', shell('./fix.sh --now'), ['3:1 ./fix.sh']],
	['given to a program', shell('python3 -u check.py'), ['3:12 check.py']],
	['behind sudo and variables', shell('A=1 sudo -E ./fix.sh'), ['3:13 ./fix.sh']],
	['second in a line', shell('cd app && ./run'), ['3:11 ./run']],
	['in code of an item', '- [ ] Run `bash fix.sh` now', ['1:17 fix.sh']],
	['not what is only named', shell('cat fix.sh', 'vi check.py'), []],
	['not elsewhere', shell('ssh host ./fix.sh', './fix.sh'), []],
	['not in a container', shell('docker exec app ./fix.sh'), []],
	['not what the fence writes', shell('cat > fix.sh <<EOF', 'x', 'EOF', 'bash fix.sh'), []],
	['not in another language', '```yaml\n./fix.sh\n```', []],
	['not in prose', 'Run `./fix.sh`', []],
]);

table('unfilled-placeholder', [
	['a contact', '- **On call**: [PagerDuty contact]', ['1:16 [PagerDuty contact]']],
	['a link to come, in a sentence', 'Look at [Link to dashboard] first', ['1:9 [Link to dashboard]']],
	['a cell', '| DBA | [name] |', ['1:9 [name]']],
	['TBD', 'The number is TBD.', ['1:15 TBD']],
	['a masked number', '- Lead: +1-XXX-XXX-XXXX', ['1:9 +1-XXX-XXX-XXXX']],
	['TODO as a value', '- Owner: TODO', ['1:10 TODO']],
	[
		'in angle brackets, where a contact is expected',
		'## Contacts\n- DBA: <name>\n\nUse <b>x</b>',
		['2:8 <name>'],
	],
	['in braces there', '## Contacts\n| Who | Phone |\n|---|---|\n| DBA | {{phone}} |', ['4:9 {{phone}}']],
	['not a task', '- [ ] Call [your lead]', []],
	['not in a template', '## Update template\n- Status: [what]', []],
	['not in a quote', '> Status: [what]', []],
	['not a reference', 'See: [docs]\n\n[docs]: https://x', []],
	['not a link', '- x: [docs](https://x)', []],
	['not a fixed tag, footnote or number', '- x: [RESOLVED]\n- y: [^1]\n- z: [1, 2]\n- [!NOTE]', []],
	['not in a sentence', 'The value [in ms] is fine.', []],
	['not in code', '- x: `[name]` and `TBD`', []],
]);

table('stale-last-updated', [
	['ISO', '**Last Updated**: 2026-05-01', ['1:19 2026-05-01 | 206']],
	['in words', '*Last reviewed: January 5, 2026*', ['1:17 January 5, 2026 | 322']],
	['month only', '> **Last Updated:** March 2026', ['1:21 March 2026 | 267']],
	['day first', 'Last updated: 3rd Feb 2026', ['1:15 3rd Feb 2026 | 293']],
	['in a table', '| Last Updated | 2025-11-01 |', ['1:18 2025-11-01 | 387']],
	['in front matter', '---\nlast_updated: 2026-01-01\n---\n# R', ['2:15 2026-01-01 | 326']],
	['the newest counts', 'Last updated: 2024-01-01\n\nLast reviewed: 2026-11-01', []],
	['180 days are all right', 'Last updated: 2026-05-27', []],
	['181 are not', 'Last updated: 2026-05-26', ['1:15 2026-05-26 | 181']],
	['not a date', 'Last updated: never', []],
	['not any date', 'Since 2019-01-01 we do this', []],
]);

table('missing-last-updated', [
	['nowhere', '# R\n\ntext', ['1:1 R']],
	['below the title', '# R\n**Last Updated**: [date]', []],
	['at the end', '# R\n\ntext\n\n_Last reviewed 2026-11-01_', []],
]);

table('missing-owner', [
	['nowhere', 'text\n\n## R', ['3:1 ']],
	['a field', '# R\n**Owner**: Ops', []],
	['in front matter', '---\nowner: ops\n---\n# R', []],
	['a row', '# R\n| Document owner | Ops |', []],
	['the word alone is none', '# R\nAsk the owner of the service.', ['1:1 R']],
]);

const severityTable =
	'## Severity levels\n| Level | Meaning |\n|---|---|\n| SEV-1 | down |\n| SEV-2 | slow |\n| SEV-3 | odd |\n';
table('severity-without-cadence', [
	[
		'one is forgotten',
		`${severityTable}## Updates\n- SEV-1: every 15 minutes\n- SEV-2: every 30 minutes\n`,
		['6:3 SEV-3'],
	],
	[
		'as the team calls it',
		'## Severity\n| P | x |\n|---|---|\n| P0 | a |\n| P1 | b |\n## Updates\n- P0: every 5 minutes\n',
		['5:3 P1'],
	],
	['an item for it', '## Updates\n- SEV-1: every 15 minutes\n## Do\n- [ ] Call (SEV-2)\n', ['4:13 SEV-2']],
	['no frequencies at all', severityTable, []],
	['all are there', `${severityTable}## Updates\n- SEV-1/2/3: every 15 minutes\n`, []],
]);

const ladder =
	'## Escalation\n### Level 1: Monitor (On-Call)\n- **Response Time**: 5 min\n### Level 2: Admin\n- **Response Time**: 5 min\n';
table('escalation-level-without-contact', [
	[
		'one is filled in',
		`${ladder}## Contacts\n- **On-Call**: 555 1234\n- **Admin**: [name]\n`,
		['4:14 Admin'],
	],
	['none is', `${ladder}## Contacts\n- **Monitor**: [name]\n`, ['2:14 Monitor (On-Call)', '4:14 Admin']],
	[
		'reachable in its own part',
		`${ladder}- **Contact**: admin@example.com\n## Contacts\n- **On-Call**: 555 1234\n`,
		[],
	],
	['contacts are kept elsewhere', ladder, []],
]);

table('duplicate-item', [
	['twice in a group', '## A\n- [ ] **Tell** people\n- [ ] x\n- [ ] **Tell** People\n', ['4:1 Tell | 2']],
	['in two groups', '## A\n- [ ] x\n## B\n- [ ] x\n', []],
	['below different items', '## A\n- [ ] web\n  - [ ] check\n- [ ] db\n  - [ ] check\n', []],
]);

const role = (name: string, ...work: readonly string[]): string =>
	[`### ${name}`, '**Responsibilities**:', ...work.map((text) => `- ${text}`), ''].join('\n');
table('commander-hands-on', [
	[
		'by name',
		role('Incident Commander', 'Decide', 'Execute rollbacks'),
		['1:5 Incident Commander | Execute rollbacks'],
	],
	['by short name', role('Lead (IC)', 'Debug the service'), ['1:5 Lead (IC) | Debug the service']],
	['through others', role('Incident Commander', 'Authorize rollbacks', 'Ensure fixes are deployed'), []],
	['somebody else', role('Technical Lead', 'Execute rollbacks'), []],
]);
table('scribe-hands-on', [
	[
		'both in one',
		role('Technical Lead (Scribe)', 'Hands-on fixes'),
		['1:5 Technical Lead (Scribe) | Hands-on fixes'],
	],
	['by its name alone', role('Tech Lead / Scribe', 'Keep notes'), ['1:5 Tech Lead / Scribe | Tech Lead']],
	['only writes', role('Scribe', 'Document what others execute', 'Keep the timeline'), []],
]);

table('script-cannot-fail', [
	['an earlier command', shell('curl -f https://x/health', 'echo done'), ['3:1 Check | laterCommand']],
	['|| true', shell('curl -f https://x/health || true'), ['3:1 Check | orTrue']],
	['|| echo', shell('curl -f https://x/health || echo down'), ['3:1 Check | orTrue']],
	['exit 0', shell('ping -c1 x', 'exit 0'), ['3:1 Check | laterCommand']],
	['; exit 0', shell('grep -q ok log; exit 0'), ['3:1 Check | exitZero']],
	['a pipe', shell('curl -f https://x/health | head -5'), ['3:1 Check | pipeline']],
	['a pipe that tells', shell('curl -f https://x/health | grep ok'), []],
	['with set -e', shell('set -e', 'curl -f https://x/health', 'echo done'), []],
	['with pipefail', shell('set -euo pipefail', 'curl -f https://x/health | head -5'), []],
	['with &&', shell('curl -f https://x/health && echo done'), []],
	['looking around is no test', shell('ls -l', 'df -h'), []],
	['a change is no check', shell('curl -X POST https://x', 'echo done'), []],
]);

table('destructive-without-check', [
	['rm -rf', shell('rm -rf /var/lib/app'), ['3:1 rm -rf']],
	['a database', shell('psql -c "DROP TABLE users"'), ['3:10 DROP TABLE']],
	['kubectl', shell('kubectl delete pod x'), ['3:1 kubectl delete']],
	['--force', shell('./deploy.sh --force'), ['3:13 --force']],
	['a look in the same script', shell('kubectl get pods', 'kubectl delete pod x'), []],
	['a look in another fence', `${shell('rm -rf /var/lib/app')}\n\`\`\`bash\nls /var/lib\n\`\`\`\n`, []],
	['a look under another heading', `## A\n\`\`\`bash\nls /x\n\`\`\`\n${shell('rm -rf /x')}`, ['7:1 rm -rf']],
	['only in a comment', shell('# never rm -rf here', 'systemctl restart x'), []],
	['what can be undone', shell('systemctl restart x'), []],
]);

table('unlabelled-shell-fence', [
	['programs', '```\nkubectl get pods\ncurl -f https://x\n```', ['1:1 ']],
	['in an item', '1. Look:\n   ```\n   git log -3\n   ```', ['2:4 ']],
	['words with arguments', '```\n# Look\nmake -C app test\n```', ['1:1 ']],
	['a message', '```\nfind out who is on call\ntest the service\n```', []],
	['a sentence about a program', '```\nStatus: git is down\n```', []],
	['a session with output', '```\n$ kubectl get pods\nNAME READY\n```', []],
	['labelled', '```text\nkubectl get pods\n```', []],
	['only comments', '```\n# Open the dashboard\n```', []],
]);

table('due-outside-phase', [
	[
		'after its phase',
		'## T+0 to T+5\n### Tell (Comms)\n- [ ] **Page**: within 10 minutes\n',
		['3:9 Page | 10 5'],
	],
	[
		'after its group',
		'## T+0 to T+60\n### Tell (First 10 minutes)\n- [ ] Page within 15 minutes\n',
		['3:7 Page within 15 minutes | 15 10'],
	],
	['in time', '## T+0 to T+30\n- [ ] Page within 10 minutes\n', []],
	['an open end', '## T+30 to Resolution\n- [ ] Page within 2 hours\n', []],
	[
		'arranged now for later',
		'## Within 1 hour of resolution\n- [ ] Schedule postmortem within 48 hours\n',
		[],
	],
]);

table('unknown-lint-code', [
	['a slip', '# R\n<!-- runbook-lint-disable missing-ownr -->\n', ['2:27 missing-ownr']],
	['known', '# R\n<!-- runbook-lint-disable missing-owner, duplicate-item -->\n', []],
	['in a fence it is text', '```\n<!-- runbook-lint-disable x -->\n```', []],
]);

test('lint: every rule has one row, a known code and a summary in a sentence', () => {
	const codes = rules.map(({ code }) => code);
	assert.equal(new Set(codes).size, codes.length);
	for (const { code, summary } of rules) assert.ok(isRuleCode(code) && /^[A-Z].*\.$/.test(summary), code);
});
