// How the time of the whole parse grows with hostile text: time ~ size ^ exponent, fitted over doublings to 1 MB.
import { cpuOf, median } from './clock.mjs';

const sizes = [128, 256, 512, 1024].map((kilobytes) => kilobytes * 1024);
const limit = 1.1;
/** Slower than this at 128 KB is not measured further: linear text takes a tenth. */
const hopelessMs = 3000;

export function* measureHostile({ parseRunbook, hostileText }) {
	const missed = [];
	let worst = 0;
	for (const [name, grow] of Object.entries(hostileText)) {
		// A wrong guess of the collector's is not growth: a family that seems to grow is measured again.
		const growth = [0, 1, 2].reduce((best) => (best <= limit ? best : measure(parseRunbook, grow)), Infinity);
		worst = Math.max(worst, growth);
		if (growth > limit) missed.push(name);
		if (growth > limit) yield row(`hostile: ${name}`, growth);
	}
	const total = Object.keys(hostileText).length;
	yield row(`hostile: worst of ${total} families, ${total - missed.length} linear`, worst);
}

const row = (name, growth) => ({
	name,
	figure: `exponent ${growth.toFixed(2)}`,
	target: `<= ${limit}`,
	ok: growth <= limit,
});

function measure(parseRunbook, grow) {
	const texts = sizes.map(grow);
	if (cpuOf(() => parseRunbook(texts[0])) > hopelessMs) return Infinity;
	const runs = texts.map((text) => () => parseRunbook(text));
	const calls = runs.map((run) => Math.max(1, Math.ceil(60 / Math.max(cpuOf(run), 0.5))));
	const samples = runs.map(() => []);
	for (let round = 0; round < 3; round++) {
		runs.forEach((run, index) => samples[index].push(cpuOf(run, calls[index]) / calls[index]));
	}
	return slope(samples.map((values, index) => [Math.log2(texts[index].length), Math.log2(median(values))]));
}

/** Least squares through the points `[x, y]`. */
function slope(points) {
	const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
	const [x, y] = [mean(0), mean(1)];
	const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
	return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
