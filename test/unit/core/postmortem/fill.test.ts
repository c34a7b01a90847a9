import * as assert from 'node:assert/strict';
import { noFacts, type Facts } from '../../../../src/core/postmortem/facts';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import { sampleFacts } from './sample';

type Row = readonly [template: string, expected: string, facts?: Partial<Facts>];

/** One line per slot form; a row whose two texts are equal says: this is left alone. */
function assertFilled(name: string, rows: readonly Row[]): void {
	suite(name, () => {
		for (const [template, expected, facts] of rows) {
			test(JSON.stringify(template.slice(-60)), () => {
				assert.equal(fillTemplate(template, { ...sampleFacts, ...facts }).text, expected);
				assert.equal(fillTemplate(template, noFacts).text, template);
			});
		}
	});
}

const same = (...templates: readonly string[]): readonly Row[] => templates.map((text) => [text, text]);

suite('core/postmortem/fill', () => {
	assertFilled('key lines', [
		['Date:', 'Date: 2026-11-23'],
		['Date: ', 'Date: 2026-11-23'],
		['Date: YYYY-MM-DD', 'Date: 2026-11-23'],
		['- Severity: [SEV level]', '- Severity: SEV-2'],
		['**Date:** YYYY-MM-DD', '**Date:** 2026-11-23'],
		['**Date**: <date>', '**Date**: 2026-11-23'],
		['* **Incident Commander:** _Who led?_', '* **Incident Commander:** Ann Lee'],
		['1. **Incident ID:** INC-YYYY-NNN', '1. **Incident ID:** 20261123-0323-a1b2'],
		['> **Status:** {{ status }}', '> **Status:** Resolved'],
		['**Date:**  \n**IC:** A', '**Date:** 2026-11-23  \n**IC:** A'],
		['**Date:** YYYY-MM-DD  \nx', '**Date:** 2026-11-23  \nx'],
		['**Date:** YYYY-MM-DD\\\nx', '**Date:** 2026-11-23\\\nx'],
		['**Date:** TBD<br>\nx', '**Date:** 2026-11-23<br>\nx'],
		['**Date:** <!-- the day -->', '**Date:** 2026-11-23 <!-- the day -->'],
		[
			'**Date:** YYYY-MM-DD · **Severity:** P1/P2 · **Author:** @x',
			'**Date:** 2026-11-23 · **Severity:** P2 · **Author:** @x',
		],
		['**Comms Lead:** [Name]', '**Comms Lead:** Bo'],
		['**Communications Lead:** [Name]', '**Communications Lead:** Bo'],
		['**Participants:** [names]', '**Participants:** Ann Lee (Incident Commander), Bo (Comms Lead), Cy'],
		['📅 **Fecha:** AAAA-MM-DD', '📅 **Fecha:** 2026-11-23'],
		['- 日期：YYYY-MM-DD', '- 日期：2026-11-23'],
		['**Data:** AAAA-MM-DD', '**Data:** 2026-11-23'],
		['- a\n  - Detected at: HH:MM', '- a\n  - Detected at: 03:20 UTC'],
		['# Sample outage\n\nDate: ', '# Sample outage\n\nDate: 2026-11-23'],
		['\uFEFFDate: ', '\uFEFFDate: 2026-11-23'],
	]);

	assertFilled('times and lengths', [
		['Start: YYYY-MM-DD HH:MM', 'Start: 2026-11-23 03:14 UTC'],
		['Start (UTC): `YYYY-MM-DD HH:MM`', 'Start (UTC): 2026-11-23 03:14'],
		['Detected at: HH:MM', 'Detected at: 03:20 UTC'],
		['Resolved: [HH:MM] UTC', 'Resolved: 04:26 UTC'],
		['End time: HH:MM', 'End time: 2026-11-24 00:01 UTC', { resolvedAt: Date.UTC(2026, 10, 24, 0, 1) }],
		['Duration: ', 'Duration: 1 h 12 min'],
		['Detected: YYYY-MM-DDTHH:MM:SSZ', 'Detected: 2026-11-23 03:20 UTC'],
		['Duration: <Minutes/Hours>', 'Duration: 1 h 12 min'],
		['Date/Time Start: [YYYY-MM-DD HH:MM UTC]', 'Date/Time Start: 2026-11-23 03:14 UTC'],
		['Duration: XX minutes', 'Duration: 72 minutes'],
		['Duration: [X] hours [Y] minutes', 'Duration: 1 h 12 min'],
		['Duration: HH:MM (start to end)', 'Duration: 1 h 12 min'],
		['MTTR: XX min', 'MTTR: 72 minutes (impact start to resolution)'],
		['Time to detect: ___', 'Time to detect: 6 min (impact start to detection)'],
		['Last updated: ', 'Last updated: 2026-11-24'],
	]);

	assertFilled('choices', [
		['**Severity:** SEV1 / SEV2 / SEV3', '**Severity:** SEV2'],
		['**Severity:** SEV-1/2/3', '**Severity:** SEV-2'],
		['**Severity:** [P1|P2|P3]', '**Severity:** P2'],
		['**Severity:** P0 / P1 / P2', '**Severity:** SEV-2'],
		['**Severity:** Critical / High / Medium / Low', '**Severity:** High'],
		['**Severity:** High / Low', '**Severity:** SEV-2'],
		['**Severity:** SEV-1 / SEV-3', '**Severity:** SEV-2'],
		['**Severity:** SEV-X', '**Severity:** SEV-2'],
		['**Status:** Investigating/Mitigated/Resolved', '**Status:** Resolved'],
		['**Status:** Draft / In Review / Final', '**Status:** Draft'],
		['**Status:** Abierto | Resuelto', '**Status:** Resuelto'],
	]);

	assertFilled('left alone: answered, or asking for something else', [
		...same(
			'Date: 2025-01-01',
			'**Severity:** high, I think',
			'**Status:** complete',
			'Note: ',
			'- [ ] Date: YYYY-MM-DD',
		),
		...same('**Detected:** [How was it detected?]', '**Resolved:** Yes/No', '**Data:** [lost records]'),
		...same('**Date:** [notes](https://x.test)', '**Start:** XX minutes', '- a\n  - Date: YYYY-MM-DD'),
		...same('**Responders:**\n- [Name]\n- [Name]', '**Responders:**\n\n- [Name]', '**Status:**\nsince noon'),
		...same(
			'## Root Cause\n\n',
			'## Summary\n[One paragraph]',
			'### Detection\n\n',
			'# Checkout of May',
			'# How to write',
		),
		...same(
			'```\nDate: YYYY-MM-DD\n```',
			'<!--\nDate: YYYY-MM-DD\n-->',
			'    Date: YYYY-MM-DD',
			'~~~md\n# Title\n~~~',
		),
		...same(
			'> ```\n> Date: \n> ```',
			'- ```\n  Date: \n  ```',
			'<pre>\nDate: \n</pre>',
			'!!! note\n    Date: ',
		),
		...same(
			'## Action Items\n- **Status:** Open / Done',
			'## Approvals\nDate: ',
			'## Example\n\n### x\nSeverity: ',
		),
		...same('---\ntitle: Our rules\nstatus:\n  - a\n---\n', '---\n\nDate: 5 May', '### Date\n---'),
	]);

	assertFilled('tables of labels', [
		['|a|b|\n|-|-|\n|Date|YYYY-MM-DD|', '|a|b|\n|-|-|\n|Date|2026-11-23|'],
		[
			'| Field | Value |\n|---|---|\n| **Severity** | |',
			'| Field | Value |\n|---|---|\n| **Severity** | SEV-2 |',
		],
		[
			'| Field    | Value          |\n| :------- | -------------- |\n| Severity | SEV-1 / SEV-2  |',
			'| Field    | Value          |\n| :------- | -------------- |\n| Severity | SEV-2          |',
		],
		['| Severity | P1 \\| P2 |\n|---|---|', '| Severity | P1 \\| P2 |\n|---|---|'],
		['a | b\n--|--\nStatus | TBD', 'a | b\n--|--\nStatus | Resolved'],
		['| Incident ID | |\n|-|-|\n| IC | |', '| Incident ID | 20261123-0323-a1b2 |\n|-|-|\n| IC | Ann Lee |'],
		['| Role | Name | Phone |\n|-|-|-|\n| IC | | |', '| Role | Name | Phone |\n|-|-|-|\n| IC | Ann Lee | |'],
		['| Date | | IC | |\n|-|-|-|-|\n', '| Date | 2026-11-23 | IC | Ann Lee |\n|-|-|-|-|\n'],
		['|a|Time (UTC)|\n|-|-|\n|Detected|HH:MM|', '|a|Time (UTC)|\n|-|-|\n|Detected|03:20|'],
		...same('| Metric | Target | Actual |\n|-|-|-|\n| TTD | XX min | XX min |'),
		['|a|b|\n|-|-|\n| Severity | P1 \\| P2 |', '|a|b|\n|-|-|\n| Severity | P2       |'],
		...same('| a | b |\n|-|\n| Date | |', '| a | b | c | d |\n|-|-|-|-|\n| Date | | IC | |'),
	]);

	assertFilled('headings that are labels', [
		['### Date\n\n### Authors\n', '### Date\n\n2026-11-23\n\n### Authors\n'],
		['### Date', '### Date\n\n2026-11-23'],
		['## 2. Severity ##\n<!-- SEV-1..4 -->\n', '## 2. Severity ##\n<!-- SEV-1..4 -->\n\nSEV-2\n'],
		['## Severity\n\n[SEV1 | SEV2]\n', '## Severity\n\nSEV2\n'],
		['## Incident Commander\n\n_Name_\n\n---\n', '## Incident Commander\n\nAnn Lee\n\n---\n'],
		['## Date\n\n---\n', '## Date\n\n2026-11-23\n\n---\n'],
		[
			'## Responders\n* [Name]\n* [Name]\n',
			'## Responders\n* Ann Lee (Incident Commander)\n* Bo (Comms Lead)\n* Cy\n',
		],
		['## Roles\n', '## Roles\n\n- Incident Commander: Ann Lee\n- Comms Lead: Bo\n'],
		...same('## Date\n<!-- not closed', '## Date\nWhen was it? Tell.', '## Severity\n### Why\n'),
	]);

	assertFilled('the title', [
		['# Postmortem Template', '# Postmortem: Checkout returns 500'],
		['# 📋 Incident Postmortem Template #', '# 📋 Incident Postmortem: Checkout returns 500 #'],
		['# Template', '# Checkout returns 500'],
		['\uFEFF# Template', '\uFEFF# C \\#', { title: 'C #' }],
		['# Postmortem', '# Postmortem: Checkout returns 500'],
		['# [Incident Title]', '# Checkout returns 500'],
		['# Postmortem: <Incident Title>', '# Postmortem: Checkout returns 500'],
		['# [Date]: [Title]', '# 2026-11-23: Checkout returns 500'],
		['# {{ INCIDENT_NAME }} ({{ date: yyyy-mm-dd }})', '# Checkout returns 500 (2026-11-23)'],
		['# INC-XXXX: [Short description]', '# 20261123-0323-a1b2: Checkout returns 500'],
		['Incident Title\n===\n', 'Checkout returns 500\n===\n'],
		['# Use\n\n# {title}', '# Use\n\n# Checkout returns 500'],
		...same('# Outage of 3 May', '## Postmortem Template', '# [notes](x)', '# '),
	]);

	assertFilled('front matter', [
		['\uFEFF---\ndate:\n---', '\uFEFF---\ndate: 2026-11-23\n---'],
		['---\ntitle:\ndate: YYYY-MM-DD\n---\n', '---\ntitle: "Checkout returns 500"\ndate: 2026-11-23\n---\n'],
		["---\ntitle: '[Title]'\n---", "---\ntitle: 'It''s'\n---", { title: "It's" }],
		['---\nseverity: # 1 to 4\nstatus: ""\n---', '---\nseverity: SEV-2 # 1 to 4\nstatus: "Resolved"\n---'],
		['---\nincident_id: INC-XXX\n---', '---\nincident_id: "20261123-0323-a1b2"\n---'],
		...same('---\ntitle: Rules\nstatus: draft\ntags:\n---', '---\ntitle: |\n  x\n---', '---\nowner:\n---'),
	]);

	test('what is open: the innermost sections, fields nobody knows, and slots without data', () => {
		const template =
			'## Lessons\n\n### What went well\n\n## Resolution\nTell.\n\n**Cost:** [sum]\n\nClosed at: \n';
		const { filled, open } = fillTemplate(template, sampleFacts);
		assert.deepEqual(filled, []);
		assert.deepEqual(open, [
			{ key: 'prose', label: 'What went well', line: 3 },
			{ key: 'prose', label: 'Resolution', line: 5 },
			{ key: 'other', label: 'Cost', line: 8 },
			{ key: 'closedAt', label: 'Closed at', line: 10 },
		]);
	});
});
