import assert from 'node:assert/strict';
import manifest from '../../package.json';
import { entryStandings } from '../../src/core/incident/entryWords';
import { rowKinds } from '../../src/core/incident/rows/row';
import { eventRules } from '../../src/core/incident/rules';
import { scriptRowKinds } from '../../src/core/scripts/scriptRows';
import { commandIds, contextKeys, itemCommandIds, settingIds, viewIds } from '../../src/ids';

/** package.json is written by hand; what it says must be what the code says. */
suite('manifest', () => {
	const { commands, views, viewsContainers, configuration, menus, viewsWelcome } = manifest.contributes;

	test('commands are those of ids.ts', () => {
		assert.deepEqual(commands.map(({ command }) => command).sort(), [...commandIds].sort());
	});

	test('views are those of ids.ts', () => {
		const { container, ...rest } = viewIds;
		assert.deepEqual(
			viewsContainers.activitybar.map(({ id }) => id),
			[container],
		);
		assert.deepEqual(
			views[container].map(({ id }) => id),
			Object.values(rest),
		);
	});

	test('settings are those of ids.ts, each with a default and a description', () => {
		assert.deepEqual(Object.keys(configuration.properties), [...settingIds]);
		for (const [id, property] of Object.entries(configuration.properties)) {
			assert.ok('default' in property && property.markdownDescription.length > 20, id);
		}
	});

	test('a setting that names a path is restricted in untrusted folders', () => {
		const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
		assert.deepEqual(
			Object.keys(configuration.properties).filter((id) => /\.(?:path|cwd)$/.test(id)),
			restricted,
		);
	});

	test('item commands, and only they, are hidden from the palette for good', () => {
		const hidden = menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
		assert.deepEqual(hidden.sort(), [...itemCommandIds].sort());
	});

	test('titles are “Category: Verb First”, with … when they ask for more, and no emoji', () => {
		for (const { category, title } of commands) {
			assert.equal(category, 'Incident');
			assert.match(title, /^[A-Z][a-z]+( [A-Za-z]+)*…?$/);
		}
	});

	test('menus, welcome views and their conditions name only what exists', () => {
		const entries = Object.values(menus).flat();
		const known = new Set<string>(commandIds);
		for (const { command } of entries) assert.ok(known.has(command), command);
		const conditions = [...entries, ...viewsWelcome].map(({ when }) => when).join(' ');
		const ids = new Set<string>([...Object.values(contextKeys), ...Object.values(viewIds)]);
		for (const [id] of conditions.matchAll(/runbookResponse\.\w+/g)) assert.ok(ids.has(id), id);
		for (const [, command] of viewsWelcome
			.map(({ contents }) => contents)
			.join(' ')
			.matchAll(/command:(\w+\.\w+)/g)) {
			if (command?.startsWith('runbookResponse')) assert.ok(known.has(command), command);
		}
	});

	/** What tree items call themselves, by view. */
	const contexts: Readonly<Record<string, readonly string[]>> = {
		[viewIds.incident]: rowKinds,
		[viewIds.timeline]: [...new Set(Object.values(eventRules).map(({ kind }) => kind))].flatMap((kind) =>
			entryStandings.map((standing) => `${kind}.${standing}`),
		),
		[viewIds.checklist]: [
			...['phase', 'group', 'procedure', 'item', 'item.script', 'document', 'heading', 'message'],
		],
		[viewIds.scripts]: scriptRowKinds,
		[viewIds.deploys]: ['deploy'],
	};

	test('every view has an icon and at most three inline actions an item', () => {
		for (const view of views.runbookResponse) assert.match(view.icon, /^\$\(/);
		for (const [id, values] of Object.entries(contexts)) {
			const inline = menus['view/item/context'].filter(
				({ when, group }) => when.includes(`view == ${id} `) && group.startsWith('inline'),
			);
			for (const value of values)
				assert.ok(inline.filter(({ when }) => isFor(when, value)).length <= 3, `${id} ${value}`);
		}
	});

	test('an item action is for items that there are', () => {
		for (const { when, command } of menus['view/item/context']) {
			const [, id = ''] = /^view == (\S+) /.exec(when) ?? [];
			assert.ok(
				contexts[id]?.some((value) => isFor(when, value)),
				`${command}: ${when}`,
			);
		}
	});

	test('every state of a view without rows says what to do', () => {
		for (const { id } of views.runbookResponse)
			assert.ok(viewsWelcome.filter(({ view }) => view === id).length >= 2, id);
	});

	test('nothing starts with the editor, and there is one bundle to start', () => {
		assert.ok(manifest.activationEvents.every((event) => event.startsWith('workspaceContains:')));
		assert.equal(manifest.main, './dist/extension.js');
	});
});

/** Whether a condition holds for an item's context value; `viewItem == x` or `viewItem =~ /x/`. */
function isFor(when: string, value: string): boolean {
	const [, equal, pattern] = /viewItem (?:== (\S+)|=~ \/(.*?)\/(?: |$))/.exec(when) ?? [];
	return equal === undefined ? new RegExp(pattern ?? '').test(value) : equal === value;
}
