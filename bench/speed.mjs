// How long the full model of a runbook takes, against markdown-it's own block pass and against mdast with GFM.
import MarkdownIt from 'markdown-it';
import { compare } from './clock.mjs';
import { generateRunbook, seedRunbook } from './documents.mjs';

/** The yardstick: the blocks of the document, in its own tokens, and nothing else. */
const blockPass = new MarkdownIt({ html: true });
blockPass.core.ruler.enableOnly(['normalize', 'block']);

export function* measureSpeed({ parseRunbook, parseMdast }) {
	const seed = seedRunbook();
	const small = compare({
		ours: () => parseRunbook(seed),
		blocks: () => blockPass.parse(seed, {}),
		mdast: () => parseMdast(seed),
	});
	yield atMost('runbook: full model / block pass', small.ours, small.blocks, 1.6);
	yield atLeast('runbook: mdast + GFM / full model', small.mdast, small.ours, 20);

	const large = generateRunbook(50_000);
	const megabytes = (large.length / 1e6).toFixed(1);
	const big = compare({ ours: () => parseRunbook(large), blocks: () => blockPass.parse(large, {}) });
	yield atMost(`${megabytes} MB, 50,000 tasks: full model / block pass`, big.ours, big.blocks, 3);
}

const times = (left, right) => `${left.toFixed(2)} / ${right.toFixed(2)} ms = ${(left / right).toFixed(2)}`;

const atMost = (name, left, right, limit) => ({
	name,
	figure: times(left, right),
	target: `<= ${limit}`,
	ok: left / right <= limit,
});

const atLeast = (name, left, right, limit) => ({
	name,
	figure: times(left, right),
	target: `>= ${limit}`,
	ok: left / right >= limit,
});
