// An incident from its declaration to the draft of the postmortem, in the sample workspace.
import path from 'node:path';
import { createSampleWorkspace } from '../../../scripts/sample.mjs';
import { themes } from '../workbench.mjs';

const title = 'Checkout answers 500';
/** From the sample's runbook: an item of the first phase, and a script that only looks and succeeds. */
const item = 'Fill roles';
const script = 'Show what went out in the last two days';
const scriptOutput = /v\d+\.\d+/;

export async function incidentScenario({ report, session, folder }) {
	const workspace = path.join(folder, 'sample');
	createSampleWorkspace(workspace);
	await report.scenario(
		'an incident',
		() => session.openWindow(workspace),
		async (step, window) => {
			await step('the checklist shows the runbook', () => showChecklist(window));
			await step('declare', () => declare(window));
			await step('the clock runs in the status bar', () => clockRuns(window));
			await step('tick an item', () => tick(window));
			await step('a reload keeps all of it', () => reload(window));
			await step('run a script', () => runScript(window));
			await step('the timeline has its exit code', () => showTimeline(window));
			await step('rollback candidates', () => showDeploys(window));
			await step('a deploy opens as changes', () => openDeploy(window));
			await step('the picture for the README', () => photograph(window, 'Dark Modern', 'incident'));
			await step('draft the postmortem', () => draftPostmortem(window));
			for (const theme of Object.keys(themes)) await step(theme, () => photograph(window, theme));
		},
	);
}

async function showChecklist(window) {
	await window.openContainer('Incident');
	await window.row('Checklist', /T\+0/).waitFor();
	await window.row('Checklist', item).waitFor();
	await window.shot('checklist');
}

async function declare(window) {
	await window.run('Incident: Declare Incident…');
	const { quickInput } = window;
	await quickInput.prompt('What is wrong');
	await quickInput.type(title);
	await window.shot('declare-title');
	await quickInput.accept();
	for (const severity of ['SEV-1', 'SEV-2', 'SEV-3', 'Unknown']) await quickInput.option(severity).waitFor();
	await window.shot('declare-severity');
	await quickInput.choose('SEV-1');
	await quickInput.prompt('Who does what?');
	await window.shot('declare-roles');
	await quickInput.accept();
	await quickInput.prompt('When did the impact start?');
	await quickInput.accept();
	await quickInput.prompt('Enter declares');
	await window.shot('declare-kind');
	await quickInput.accept();
	await quickInput.closed();
	await window.statusBarItem('SEV-1').waitFor();
}

async function clockRuns(window) {
	const clock = window.statusBarItem('SEV-1').filter({ hasText: /T\+\d\d:\d\d/ });
	await clock.waitFor();
	const before = await clock.innerText();
	await window.page.waitForFunction(
		(text) =>
			[...document.querySelectorAll('.statusbar-item')].some(
				({ innerText }) => innerText.includes('SEV-1') && innerText !== text,
			),
		before,
		{ timeout: 90_000 },
	);
}

async function tick(window) {
	await window.checkbox('Checklist', item).click();
	await window.checked('Checklist', item);
	await window.shot('ticked');
}

async function reload(window) {
	await window.reload();
	await window.openContainer('Incident');
	await window.checked('Checklist', item);
	await window
		.statusBarItem('SEV-1')
		.filter({ hasText: /T\+\d\d:\d\d/ })
		.waitFor();
}

async function runScript(window) {
	await window.run('Incident: Run Script…');
	await window.quickInput.choose(script);
	const modal = window.modal(script);
	await modal.waitFor();
	await window.shot('run-script');
	await modal.getByRole('button', { name: 'Run', exact: true }).click();
	await window.terminal(scriptOutput).waitFor();
	await window.shot('script-output');
}

async function showTimeline(window) {
	await window.openContainer('Incident');
	await window.expand('Timeline');
	await window.row('Timeline', 'Exit 0').waitFor({ timeout: 60_000 });
	await window.shot('timeline');
}

async function showDeploys(window) {
	await window.run('Incident: Show Rollback Candidates');
	await window.view('Deploys').getByRole('treeitem').first().waitFor();
	await window.shot('deploys');
}

async function openDeploy(window) {
	await window.view('Deploys').getByRole('treeitem').first().click();
	await window.diffEditor().waitFor();
	await window.shot('deploy-changes');
}

async function draftPostmortem(window) {
	await window.run('Incident: Draft Postmortem');
	await window.activeTab(/\.md/).waitFor();
	await window.shot('postmortem');
	await window.clearNotifications();
}

async function photograph(window, theme, name = `theme-${theme.toLowerCase().replaceAll(' ', '-')}`) {
	await window.setTheme(theme);
	await window.run('Notifications: Clear All Notifications');
	await window.toast(/./).waitFor({ state: 'detached' });
	await window.openContainer('Incident');
	await window.shot(name);
}
