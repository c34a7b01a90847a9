// How long the full model of a runbook takes, against markdown-it's own block pass and against mdast with GFM.
import MarkdownIt from 'markdown-it';
import { compare } from './clock.mjs';
import { generateRunbook, seedRunbook } from './documents.mjs';

/** The yardstick: the blocks of the document, in its own tokens, and nothing else. */
const blockPass = new MarkdownIt({ html: true });
blockPass.core.ruler.enableOnly(['normalize', 'block']);

export function* measureSpeed({ parseRunbook, parseMdast }) {
	const seed = seedRunbook();
	const ours = () => parseRunbook(seed);
	const small = compare({ ours, blocks: () => blockPass.parse(seed, {}) });
	yield atMost('runbook: full model / block pass', small.ours, small.blocks, 1.6);
	// Apart and second: what mdast throws away is collected while the next in turn is timed, a quarter on top of ours.
	const other = compare({ ours, mdast: () => parseMdast(seed) });
	yield atLeast('runbook: mdast + GFM / full model', other.mdast, other.ours, 20);

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
