// VS Code's one widget for the command palette, quick picks and input boxes.

export class QuickInput {
	constructor(page) {
		this.page = page;
		this.widget = page.locator('.quick-input-widget');
		this.input = this.widget.locator('.quick-input-box input');
	}

	/** Clicks the row whose label is exactly the title: the first match of the palette may be another command. */
	async runCommand(title) {
		await this.page.keyboard.press('F1');
		await this.input.waitFor();
		await this.input.fill(`>${title}`);
		await this.choose(title);
	}

	option(label) {
		const name = this.page.locator('.label-name').getByText(label, { exact: true });
		return this.widget.locator('.monaco-list-row').filter({ has: name }).first();
	}

	async choose(label) {
		await this.option(label).click();
	}

	/** Waits for a prompt that holds this text (placeholder, title or description), so as not to type into an earlier one. */
	async prompt(text) {
		await this.page.waitForFunction((expected) => {
			const widget = document.querySelector('.quick-input-widget');
			const placeholder = widget?.querySelector('.quick-input-box input')?.placeholder;
			return `${widget?.innerText}\n${placeholder}`.includes(expected);
		}, text);
	}

	async type(text) {
		await this.input.waitFor();
		await this.input.fill(text);
	}

	async accept() {
		await this.input.press('Enter');
	}

	async closed() {
		await this.widget.waitFor({ state: 'hidden' });
	}
}
