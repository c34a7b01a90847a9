// What the views say of an incident in which much has happened, written by others while the window watches.
import path from 'node:path';
import { createSampleWorkspace } from '../../../scripts/sample.mjs';
import { runCli, writeEvents } from '../record.mjs';
import { themes } from '../workbench.mjs';

const incident = 'inc-20261123-0314-lockers-do-not-open';
const title = 'Lockers do not open';

export async function viewsScenario({ report, session, folder }) {
	const workspace = path.join(folder, 'views');
	createSampleWorkspace(workspace);
	const earlier = runCli(workspace, 'declare', '--title', 'Labels did not print').incident;
	runCli(workspace, 'resolve', '--incident', earlier);
	await report.scenario(
		'the views of an incident',
		() => session.openWindow(workspace),
		async (step, window) => {
			await step('without an incident every view says what to do', () => showWelcome(window));
			await step('what others write appears', () => showIncident(window, workspace));
			await step('the badge counts open incidents', () => showBadge(window));
			await step('parts open, and Enter on a role opens its line', () => useKeyboard(window));
			await step('the timeline marks what counts no more', () => showTimeline(window));
			await step('the timeline filter says what it hides', () => filterTimeline(window));
			await step('a reload keeps the filter', () => reload(window));
			await step('the state opens as a preview, which follows', () => showState(window, workspace));
			for (const theme of Object.keys(themes)) await step(theme, () => photograph(window, theme));
		},
	);
}

/** Tall, so that every row is on the page: VS Code draws only those that can be seen. */
async function showWelcome(window) {
	await window.page.setViewportSize({ width: 1280, height: 2100 });
	await window.openContainer('Incident');
	await window.welcomeButton('Incident', 'Declare Incident…').waitFor();
	await window.welcomeButton('Timeline', 'Declare Incident…').waitFor();
	await window.shot('views-welcome');
}

async function showIncident(window, workspace) {
	const { phases } = runCli(workspace, 'show', 'runbooks/INCIDENT_RESPONSE.md');
	writeEvents(workspace, incident, story(phases));
	await window.row('Incident', title).waitFor();
	await window.row('Incident', /done or skipped\? Set severity/).waitFor();
	await window.row('Incident', 'IC: Ana Ruiz').waitFor();
	await window.row('Incident', /Not acknowledged: level 2/).waitFor();
	await window.shot('views-incident');
}

async function showBadge(window) {
	await window.page
		.getByRole('tab', { name: /^Incident.*1 open incident/ })
		.first()
		.waitFor();
}

async function useKeyboard(window) {
	const { keyboard } = window.page;
	await window.row('Incident', 'Next due').waitFor();
	await window.run('Incident: Focus on Incident View');
	await keyboard.press('Home');
	await arrowTo(window, 'TL: nobody yet');
	await keyboard.press('Enter');
	await window.activeTab('INCIDENT_RESPONSE.md').waitFor();
	await arrowTo(window, 'Times');
	await keyboard.press('ArrowRight');
	await window.row('Incident', 'Impact started').waitFor();
	await arrowTo(window, 'time to detect');
	await window.shot('views-keyboard');
	await keyboard.press('ArrowLeft');
	await keyboard.press('ArrowLeft');
}

async function arrowTo(window, text) {
	const focused = window.view('Incident').locator('.monaco-list-row.focused');
	for (let left = 40; left > 0; left--) {
		if ((await focused.first().innerText()).includes(text)) return;
		await window.page.keyboard.press('ArrowDown');
	}
	throw new Error(`No row says ${text}.`);
}

async function showTimeline(window) {
	await window.expand('Timeline');
	await window.row('Timeline', /Retracted · It is DNS/).waitFor();
	await window.row('Timeline', /written \d+ min later/).waitFor();
	await window.shot('views-timeline');
}

async function filterTimeline(window) {
	await window.run('Incident: Show Only Milestones');
	await window
		.view('Timeline')
		.getByText(/\d+ hidden: only milestones/)
		.waitFor();
	await window.row('Timeline', 'It is DNS').waitFor({ state: 'detached' });
	await window.shot('views-milestones');
}

async function reload(window) {
	await window.reload();
	await window.openContainer('Incident');
	await window
		.view('Timeline')
		.getByText(/\d+ hidden: only milestones/)
		.waitFor({ timeout: 60_000 });
	await window.run('Incident: Show Whole Timeline');
	await window.row('Timeline', 'It is DNS').waitFor();
}

async function showState(window, workspace) {
	await window.run('Incident: Show Incident State');
	const preview = await previewWith(window, /All times are UTC/);
	await window.shot('views-state');
	await preview.getByRole('heading', { name: 'Timeline' }).scrollIntoViewIfNeeded();
	await window.shot('views-state-timeline');
	runCli(workspace, 'note', 'The hub answers again', '--incident', incident);
	await previewWith(window, /The hub answers again/);
}

/** The preview is a page in a frame in a frame. */
async function previewWith(window, text) {
	const deadline = Date.now() + 30_000;
	while (Date.now() < deadline) {
		for (const frame of window.page.frames()) {
			const words = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
			if (frame !== window.page.mainFrame() && text.test(words)) return frame;
		}
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error(`No preview says ${text}.`);
}

async function photograph(window, theme) {
	await window.setTheme(theme);
	await window.clearNotifications();
	await window.openContainer('Incident');
	await window.shot(`views-${theme.toLowerCase().replaceAll(' ', '-')}`);
}

function story(phases) {
	const items = phases.flatMap((phase) =>
		phase.groups.flatMap((group) =>
			group.items.map(({ id, text }) => ({ id, text, path: [phase.title, group.title] })),
		),
	);
	const [declare, severity, roles] = items;
	const now = Date.now();
	const ago = (minutes) => now - minutes * 60_000;
	const sha = 'c'.repeat(40);
	const [ana, kim] = ['Ana Ruiz', 'Kim Berg'];
	return [
		[
			0,
			ana,
			'declared',
			{
				title,
				severity: 'SEV-2',
				roles: [{ role: 'Incident Commander', person: ana }],
				runbook: { path: 'runbooks/INCIDENT_RESPONSE.md', sha256: 'x', items },
				impactStartedAt: ago(36),
				detectedAt: ago(32),
			},
		],
		[1, ana, 'itemDone', { item: declare.id, text: declare.text }],
		[2, kim, 'itemSkipped', { item: severity.id, text: severity.text, why: 'Ana does it' }],
		[3, ana, 'itemDone', { item: severity.id, text: severity.text }, ''],
		[4, ana, 'escalated', { level: 2, name: 'Duty Manager', contacts: ['+1-555-0117'] }],
		[6, kim, 'severityChanged', { severity: 'SEV-1' }],
		[8, kim, 'noteAdded', { text: 'First failed opening in Porto', happenedAt: ago(34) }],
		[9, kim, 'noteAdded', { text: 'It is DNS' }],
		[10, kim, 'noteRetracted', { note: '8'.padStart(32, '0'), why: 'resolution works from every region' }],
		[
			11,
			kim,
			'deploySuspected',
			{ sha, title: 'Reserve lockers in batches', why: 'went out before', cleared: false },
		],
		[12, kim, 'hypothesisAdded', { text: 'The batch job holds the lock table' }],
		[14, ana, 'roleOffered', { role: 'Scribe', to: kim }],
		[15, ana, 'updatePosted', { audience: 'internal', text: 'We roll back the batch change.' }],
		[
			16,
			ana,
			'decisionMade',
			{
				decision: 'Rollback Decisions',
				choice: 'Roll back immediately',
				criteria: ['errors began after a deploy'],
				decidedBy: ana,
			},
		],
		[
			18,
			ana,
			'actionItemAdded',
			{ text: 'Alert on lock waits', owner: kim, due: '2026-12-01', kind: 'detect' },
		],
		[20, kim, 'itemDone', { item: roles.id, text: roles.text }],
		[21, kim, 'undone', { of: '10'.padStart(32, '0'), text: roles.text }],
	];
}
