import * as assert from 'node:assert/strict';
import { mostAlike } from '../../../../src/core/postmortem/likeness';

const short = '# [Title]\n\n## Impact\n\n[Who]\n\n## Root cause\n\n[Why]\n';
const long = `${short}\n## Timeline\n\n| Time | Event |\n|-|-|\n`;

suite('core/postmortem/likeness', () => {
	const table: readonly (readonly [string, string, readonly string[], number | undefined])[] = [
		['no template', short, [], undefined],
		['nothing alike: the first', '# X\n', [short, long], 0],
		['answers written into the short one', short.replace('[Why]', 'A lock.'), [long, short], 1],
		['answers written into the long one', long.replace('[Why]', 'A lock.'), [short, long], 1],
		['rows written into the long one', `${long}| 03:00 | x |\n| 03:10 | y |\n`, [short, long], 1],
		['a template that was added later', `${short}x\n`, ['# Review\n\n## What happened\n', short], 1],
		['other line ends', short.replaceAll('\n', '\r\n'), ['# Review\n', short], 1],
		['an empty template is not alike', short, ['', short], 1],
	];
	for (const [what, current, templates, expected] of table) {
		test(what, () => assert.equal(mostAlike(current, templates), expected));
	}
});
