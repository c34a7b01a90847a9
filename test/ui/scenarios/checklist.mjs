// What the checklist says beside its items: what is due, what the filter hides, what linked documents hold; and the
// scripts in the editor.
import fs from 'node:fs';
import path from 'node:path';
import { createSampleWorkspace } from '../../../scripts/sample.mjs';
import { themes } from '../workbench.mjs';

/** In the sample's runbook: has a link to TRIAGE_CHECKLIST.md, whose first item is the other. */
const linking = 'Triage symptoms';
const linked = /^\s*Health check/;

export async function checklistScenario({ report, session, folder }) {
	const workspace = path.join(folder, 'checklist');
	createSampleWorkspace(workspace);
	prepare(workspace);
	await report.scenario(
		'a checklist',
		() => session.openWindow(workspace),
		async (step, window) => {
			await step('phases say where they stand', () => declare(window));
			await step('a linked checklist opens under its item', () => openLinked(window));
			await step('only my items', () => onlyMine(window));
			await step('only open items as well', () => onlyOpen(window));
			await step('for this severity', () => forSeverity(window));
			await step('all items again', () => showAll(window));
			await step('other runbooks', () => otherRunbooks(window));
			await step('scripts have Run… and Copy in the editor', () => codeLens(window));
			for (const theme of Object.keys(themes)) await step(theme, () => photograph(window, theme));
		},
	);
}

/** The first phase is over at once, so that nobody has to wait for it; one item is not for every severity. */
function prepare(workspace) {
	const file = path.join(workspace, 'runbooks', 'INCIDENT_RESPONSE.md');
	const text = fs
		.readFileSync(file, 'utf8')
		.replace('### T+0 to T+5: First', '### T+0 to T+0: First')
		.replace('### T+30 to Resolution', '### T+0 to Resolution')
		.replace('**Freeze deploys**:', '**Freeze deploys (SEV-1/SEV-2)**:')
		.replace('[ROLLBACK.md](./ROLLBACK.md)\n', '[ROLLBACK.md](./GONE.md)\n');
	fs.writeFileSync(file, text);
	fs.writeFileSync(
		path.join(workspace, 'RUNBOOK.md'),
		'# Database Runbook\n\n## Restore\n- [ ] Find the backup\n',
	);
}

const message = (window) => window.view('Checklist').locator('.message');

async function declare(window) {
	// Tall, so that every row is on the page: VS Code draws only those that can be seen.
	await window.page.setViewportSize({ width: 1280, height: 1200 });
	await window.openContainer('Incident');
	await window.row('Checklist', /^T\+0 to T\+0/).waitFor();
	await window.run('Incident: Declare Incident…');
	await window.quickInput.prompt('What is wrong');
	await window.quickInput.type('Doors stay closed');
	await window.quickInput.accept();
	await window.quickInput.choose('SEV-3');
	for (const question of ['Who does what?', 'When did the impact start?', 'Enter declares']) {
		await window.quickInput.prompt(question);
		await window.quickInput.accept();
	}
	await window.quickInput.closed();
	await window.row('Checklist', /Late · T\+0 to T\+0.*late since/).waitFor();
	await window.shot('due');
}

async function openLinked(window) {
	await toggle(window, linking);
	await window.row('Checklist', linked).waitFor();
	await window.checkbox('Checklist', linked).click();
	await window.checked('Checklist', linked);
	await window.row('Checklist', /Triage Checklist.*1\/9/).waitFor();
	await window.shot('linked-checklist');
	await window.row('Timeline', /Done: Health check/).waitFor();
	await toggle(window, linking);
}

const toggle = (window, text) => window.row('Checklist', text).locator('.monaco-tl-twistie').click();

async function onlyMine(window) {
	await window.run('Incident: Show Only My Items…');
	await window.quickInput.option('Incident Commander').waitFor();
	await window.shot('pick-role');
	await window.quickInput.choose('Incident Commander');
	await message(window)
		.filter({ hasText: /^\d+ hidden by filter: IC$/ })
		.waitFor();
	await window.row('Checklist', 'First Look').waitFor({ state: 'detached' });
}

async function onlyOpen(window) {
	await window.checkbox('Checklist', 'Fill roles').click();
	await window.checked('Checklist', 'Fill roles');
	await window.run('Incident: Show Only Open Items');
	await message(window)
		.filter({ hasText: /hidden by filter: open, IC$/ })
		.waitFor();
	await window.row('Checklist', 'Fill roles').waitFor({ state: 'detached' });
	await window.shot('filter');
}

async function forSeverity(window) {
	await window.run('Incident: Show Only Items for This Severity');
	await message(window)
		.filter({ hasText: /hidden by filter: open, IC, for SEV-3$/ })
		.waitFor();
}

async function showAll(window) {
	await window.viewHeader('Checklist').hover();
	await window.viewHeader('Checklist').getByRole('button', { name: 'Show All Items' }).click();
	await message(window)
		.filter({ hasText: /hidden/ })
		.waitFor({ state: 'detached' });
	await window.row('Checklist', 'First Look').waitFor();
}

async function otherRunbooks(window) {
	await window.run('Incident: Choose Runbook File…');
	await window.quickInput.option('RUNBOOK.md').waitFor();
	await window.shot('choose-runbook');
	await window.dismiss();
}

async function codeLens(window) {
	await window.run('Incident: Open Runbook');
	await window.activeTab('INCIDENT_RESPONSE.md').waitFor();
	await window.run('Go to Line/Column...').catch(() => {});
	await window.quickInput.type(':128');
	await window.quickInput.accept();
	await window.page.locator('.codelens-decoration', { hasText: 'Run…' }).first().waitFor();
	await window.page.locator('.codelens-decoration', { hasText: 'Copy' }).first().waitFor();
	await window.shot('codelens');
}

async function photograph(window, theme) {
	await window.setTheme(theme);
	await window.openContainer('Incident');
	await window.shot(`checklist-${theme.toLowerCase().replaceAll(' ', '-')}`);
}
