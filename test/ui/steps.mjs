// Runs named steps one after the other and counts them.
// A failed step is photographed and the run goes on, because a person wants to know everything that is broken.
// Two failures in a row mean that the ground is gone: the rest of that scenario is skipped.

import { stripVTControlCharacters } from 'node:util';

export function createReport() {
	const counts = { passed: 0, failed: 0, skipped: 0 };

	/** `body` gets a `step(name, action)` function. */
	async function scenario(name, openWindow, body) {
		console.log(`\n  ${name}`);
		let failuresInARow = 0;
		let window;
		const step = async (title, action) => {
			if (failuresInARow >= 2) return skip(title);
			const startedAt = Date.now();
			try {
				await action();
				failuresInARow = 0;
				counts.passed++;
				console.log(`    ok   ${title} (${Date.now() - startedAt} ms)`);
			} catch (error) {
				failuresInARow++;
				counts.failed++;
				console.log(`    FAIL ${title} (${Date.now() - startedAt} ms)\n${indent(error.message)}`);
				await window?.shot(`FAIL-${slug(name)}-${slug(title)}`).catch(() => {});
				await window?.dismiss().catch(() => {});
			}
		};
		await step('the window opens', async () => (window = await openWindow()));
		if (!window) failuresInARow = 2;
		await body(step, window);
		await window?.close().catch(() => {});
	}

	function skip(title) {
		counts.skipped++;
		console.log(`    skip ${title}`);
	}

	return { counts, scenario, skip };
}

const slug = (text) =>
	text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 40);

const indent = (message) =>
	stripVTControlCharacters(message)
		.trim()
		.split('\n')
		.slice(0, 8)
		.map((line) => `         ${line}`)
		.join('\n');
