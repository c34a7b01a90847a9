import assert from 'node:assert/strict';
import type { Effect } from '../../../../src/core/scripts/effect';
import { filledEffect } from '../../../../src/core/scripts/filledEffect';

suite('filledEffect', () => {
	const cases: readonly (readonly [Effect, string, Effect])[] = [
		['check', 'kubectl get pods -n prod\n', 'check'],
		['check', 'kubectl delete pods -n prod\n', 'change'],
		['check', './x prod\n', 'unknown'],
		['change', 'kubectl get pods -n prod\n', 'change'],
		['unknown', 'kubectl get pods -n prod\n', 'unknown'],
	];
	for (const [effect, text, expected] of cases) {
		test(`${effect}, then ${text.trim()}: ${expected}`, () => {
			const script = {
				title: 'T',
				language: 'bash',
				text: 'kubectl <verb> pods -n <ns>\n',
				effect,
				because: 'x',
			};
			assert.equal(filledEffect(script, text).effect, expected);
			assert.equal(filledEffect(script, script.text).effect, effect);
		});
	}
});
