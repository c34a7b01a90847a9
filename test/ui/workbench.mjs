// A VS Code window as a person uses it. Everything is found by the text a person reads; every method waits for what
// it names, and none sleeps.
import path from 'node:path';
import { QuickInput } from './quickInput.mjs';

const waitMs = 30_000;
const loadMs = 120_000;

/** What VS Code's colour theme picker calls the themes we look at, and the class the workbench has then. */
export const themes = {
	'Dark Modern': 'vs-dark',
	'Light Modern': 'vs',
	'Dark High Contrast': 'hc-black',
	'Light High Contrast': 'hc-light',
};

export class Workbench {
	constructor(page, shots) {
		this.page = page;
		this.shots = shots;
		this.quickInput = new QuickInput(page);
		page.setDefaultTimeout(waitMs);
	}

	async load(url) {
		await this.page.goto(url, { timeout: loadMs });
		await this.loaded();
	}
	async reload() {
		await this.page.reload({ timeout: loadMs });
		await this.loaded();
	}
	loaded() {
		return this.page.locator('.monaco-workbench .activitybar').waitFor({ timeout: loadMs });
	}

	/** Opens a view container by its tab in the activity bar. A badge adds to the tab's name, hence the pattern. */
	async openContainer(title) {
		const tab = this.page.locator('.activitybar').getByRole('tab', { name: new RegExp(`^${escape(title)}`) });
		await tab.first().waitFor({ timeout: loadMs }); // the extension host may still be starting
		const heading = this.page.locator('.sidebar .composite.title', { hasText: title });
		for (let left = 3; left > 0; left--) {
			if ((await tab.first().getAttribute('aria-selected')) !== 'true') await tab.first().click();
			const shown = heading.waitFor({ timeout: waitMs / left });
			if (
				await shown.then(
					() => true,
					() => false,
				)
			)
				return;
			// A click that came just when a reload had opened it has closed it again.
		}
		throw new Error(`The container ${title} did not open.`);
	}
	/** The section of a view in the side bar; `expand` opens it when it is collapsed. */
	view(name) {
		return this.page.locator('.pane').filter({ has: this.viewHeader(name) });
	}
	viewHeader(name) {
		return this.page.locator('.pane-header', {
			has: this.page.locator('.title', { hasText: exactly(name) }),
		});
	}
	async expand(name) {
		const header = this.viewHeader(name);
		if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
	}
	/** Rows by text: a row's accessible name is the item's tooltip when it has one. */
	row(view, text) {
		return this.view(view).getByRole('treeitem').filter({ hasText: text }).first();
	}
	checkbox(view, text) {
		return this.row(view, text).getByRole('checkbox');
	}
	/** Waits until the box of a row is in the given state. */
	checked(view, text, state = true) {
		return this.row(view, text).locator(`[role=checkbox][aria-checked=${state}]`).waitFor();
	}
	welcomeButton(view, name) {
		return this.view(view).getByRole('button', { name });
	}

	statusBarItem(text) {
		return this.page.locator('.statusbar-item').filter({ hasText: text }).first();
	}
	toast(text) {
		return this.page
			.locator('.notifications-toasts .notification-list-item')
			.filter({ hasText: text })
			.first();
	}
	modal(text) {
		return this.page.locator('.monaco-dialog-box').filter({ hasText: text });
	}
	/** The selected tab of the editor area. */
	activeTab(text) {
		return this.page.locator('.tabs-container .tab.active').filter({ hasText: text }).first();
	}
	diffEditor() {
		return this.page.locator('.monaco-diff-editor').first();
	}
	terminal(text) {
		return this.page.locator('.terminal-wrapper .xterm-rows').filter({ hasText: text }).first();
	}

	run(commandTitle) {
		return this.quickInput.runCommand(commandTitle);
	}
	async setTheme(name) {
		await this.run('Preferences: Color Theme');
		await this.quickInput.type(name);
		await this.quickInput.choose(name);
		await this.page.locator(`.monaco-workbench.${themes[name]}`).waitFor();
	}
	async clearNotifications() {
		await this.run('Notifications: Clear All Notifications');
		await this.page.locator('.notification-toast').first().waitFor({ state: 'detached' });
	}
	async closeEditors() {
		await this.run('View: Close All Editors');
		await this.page.locator('.editor-group-container .tab').first().waitFor({ state: 'detached' });
	}
	/** Closes whatever popup a failed step left open. */
	async dismiss() {
		for (let times = 0; times < 3; times++) await this.page.keyboard.press('Escape');
	}
	/** Without the hover that the mouse happens to cause where the last click was. */
	async shot(name) {
		await this.page.mouse.move(0, 0);
		const hover = this.page.locator('.workbench-hover-container').first();
		await hover.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => {});
		await this.page.screenshot({ path: path.join(this.shots, `${name}.png`) });
	}
	close() {
		return this.page.context().close();
	}
}

export const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const exactly = (text) => new RegExp(`^\\s*${escape(text)}\\s*$`);
