// A runbook from outside the repository: SEED_RUNBOOK names a Markdown file, opened in a fresh workspace.
import fs from 'node:fs';
import path from 'node:path';

const checklistLine = /^\s*[-*+] \[[ xX]\]/;

export async function ownRunbookScenario({ report, session, folder }) {
	const source = process.env.SEED_RUNBOOK;
	if (!source) {
		console.log('\n  a runbook from outside (SEED_RUNBOOK is not set)');
		return report.skip('its checklist is shown');
	}
	const workspace = path.join(folder, 'own');
	fs.mkdirSync(workspace);
	fs.copyFileSync(source, path.join(workspace, 'INCIDENT_RESPONSE.md'));
	const hasItems = fs
		.readFileSync(source, 'utf8')
		.split('\n')
		.some((line) => checklistLine.test(line));
	await report.scenario(
		'a runbook from outside',
		() => session.openWindow(workspace),
		async (step, window) => {
			await step('its checklist is shown', async () => {
				await window.openContainer('Incident');
				await window.view('Checklist').getByRole('treeitem').first().waitFor();
				if (hasItems) await window.view('Checklist').getByRole('checkbox').first().waitFor();
				await window.shot('own-runbook');
			});
		},
	);
}
