// What the items of real runbooks name in inline code: how much of it is offered to be run, all of it printed.
import assert from 'node:assert/strict';
import { scriptsOfItems } from '../../src/core/runbook/allScripts';
import { parseRunbook } from '../../src/core/runbook/parse';
import { readCorpus } from '../support/corpus';

const corpus = readCorpus();

/** Paths of web pages and chat, names, settings and files that nobody starts. */
const none =
	/^(?:\/(?!\S+\.(?:sh|py))\S*|[#@]\S*|SEV\S*|[A-Za-z_]\w*|[\w./-]+\.(?:ya?ml|json|toml|md|tsx?|env|conf|tfvars))$/;

suite('commands that items name', () => {
	suiteSetup(function () {
		if (corpus.length === 0) this.skip();
	});

	test('are few, and none is a path, a name or a file to read', () => {
		const files = corpus.map(({ text }) => scriptsOfItems(parseRunbook(text)));
		const all = files.flat();
		const effects = ['check', 'unknown', 'change'].map(
			(effect) => `${all.filter((script) => script.effect === effect).length} ${effect}`,
		);
		for (const { effect, text } of all) console.log(`      ${effect.padEnd(8)}${text.trimEnd()}`);
		console.log(
			`      ${all.length} commands in ${files.filter(({ length }) => length > 0).length} of ` +
				`${files.length} files: ${effects.join(', ')}`,
		);
		assert.ok(all.length > 0);
		assert.deepEqual(
			all.map(({ text }) => text.trimEnd()).filter((text) => none.test(text)),
			[],
		);
	});
});
