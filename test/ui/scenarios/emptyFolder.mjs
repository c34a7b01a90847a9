// A folder without a runbook: the view says what to do instead of being blank.
import fs from 'node:fs';
import path from 'node:path';

export async function emptyFolderScenario({ report, session, folder }) {
	const workspace = path.join(folder, 'empty');
	fs.mkdirSync(workspace);
	await report.scenario(
		'an empty folder',
		() => session.openWindow(workspace),
		async (step, window) => {
			await step('the welcome view offers two ways out', async () => {
				await window.openContainer('Incident');
				await window.welcomeButton('Checklist', 'Create Runbook from Template').waitFor();
				await window.welcomeButton('Checklist', 'Choose Runbook File…').waitFor();
				await window.shot('welcome');
			});
			await step('the template becomes a checklist', async () => {
				await window.welcomeButton('Checklist', 'Create Runbook from Template').click();
				await window.activeTab(/\.md/).waitFor();
				await window.view('Checklist').getByRole('treeitem').first().waitFor();
				await window.shot('created');
			});
		},
	);
}
