import assert from 'node:assert/strict';
import { oneLine, printable } from '../../../src/core/printable';

suite('printable', () => {
	const cases: readonly (readonly [string, string, string])[] = [
		['plain\ttext\n', 'plain\ttext\n', 'plain text'],
		['\u001b[31mred', '\\u{1b}[31mred', '[31mred'],
		['a\rb', 'a\\u{d}b', 'a b'],
		['safe\u202Eevas', 'safe\\u{202e}evas', 'safe evas'],
		['👩‍🚒 日本 é', '👩‍🚒 日本 é', '👩‍🚒 日本 é'],
	];
	for (const [text, shown, line] of cases) {
		test(JSON.stringify(text), () => assert.deepEqual([printable(text), oneLine(text)], [shown, line]));
	}
});
