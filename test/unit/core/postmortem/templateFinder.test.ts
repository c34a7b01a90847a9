import * as assert from 'node:assert/strict';
import { rankTemplatePaths } from '../../../../src/core/postmortem/templateFinder';

suite('core/postmortem/templateFinder', () => {
	const templates = [
		'POSTMORTEM_TEMPLATE.md',
		'docs/postmortem-template.md',
		'docs/Post-Mortem Template.md',
		'.github/templates/postmortem.md',
		'templates/post_mortem.md',
		'docs/postmortems/TEMPLATE.md',
		'docs/incidents/_template.md',
		'incident-report-template.md',
		'template-incident-report.md',
		'ops\\postmortem_template.markdown',
		'docs/rca-template.md',
		'POSTMORTEM.md',
	];
	for (const path of templates) {
		test(`is one: ${path}`, () => assert.deepEqual(rankTemplatePaths([path]), [path]));
	}

	const others = [
		'README.md',
		'docs/templates/README.md',
		'docs/postmortems/2026-11-23-checkout.md',
		'docs/postmortems/checkout-outage.md',
		'postmortem-2026-11-23.md',
		'docs/2026-11-23-postmortem-template.md',
		'postmortem-template.txt',
		'node_modules/x/postmortem-template.md',
		'packages/a/node_modules/x/POSTMORTEM_TEMPLATE.md',
		'docs/TEMPLATE.md',
		'.github/ISSUE_TEMPLATE/incident.md',
		'docs/incident-runbook-template.md',
		'docs/email-template.md',
	];
	for (const path of others) {
		test(`is none: ${path}`, () => assert.deepEqual(rankTemplatePaths([path]), []));
	}

	test('best first: by name, then folder, then depth, then alphabet', () => {
		const ranked = [
			'templates/postmortem-template.md',
			'postmortem-template.md',
			'a/postmortem-template.md',
			'b/postmortem-template.md',
			'docs/postmortem-template-short.md',
			'docs/incident-template.md',
			'POSTMORTEM.md',
		];
		assert.deepEqual(rankTemplatePaths([...ranked].reverse()), ranked);
	});

	test('a folder of runbooks may hold the template', () => {
		assert.deepEqual(rankTemplatePaths(['runbooks/POSTMORTEM_TEMPLATE.md', 'runbooks/ROLLBACK.md']), [
			'runbooks/POSTMORTEM_TEMPLATE.md',
		]);
	});
});
