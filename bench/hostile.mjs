// How the time of the whole parse grows with hostile text: time ~ size ^ exponent, fitted over doublings to 1 MB.
import v8 from 'node:v8';
import vm from 'node:vm';
import { cpuOf } from './clock.mjs';

const sizes = [128, 256, 512, 1024].map((kilobytes) => kilobytes * 1024);
const limit = 1.1;
/** No linear family takes this long for 1 MB. */
const hopelessMs = 8000;

// What an earlier sample left behind is collected before the next one, not during it.
v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

export function* measureHostile(
	{ parseRunbook, hostileText },
	only = new RegExp(process.env.HOSTILE_FAMILY ?? ''),
) {
	const missed = [];
	let worst = 0;
	const families = Object.entries(hostileText).filter(([name]) => only.test(name));
	for (const [name, grow] of families) {
		let growth = measure(parseRunbook, grow);
		// The collector's work is not growth of ours: what is just above the limit is measured again.
		for (let again = 0; again < 2 && growth > limit && growth < 1.5; again++) {
			growth = Math.min(growth, measure(parseRunbook, grow));
		}
		worst = Math.max(worst, growth);
		if (growth > limit) missed.push(name);
		if (growth > limit) yield row(`hostile: ${name}`, growth);
	}
	const linear = families.length - missed.length;
	yield row(`hostile: worst of ${families.length} families, ${linear} linear`, worst);
}

const row = (name, growth) => ({
	name,
	figure: `exponent ${growth.toFixed(2)}`,
	target: `<= ${limit}`,
	ok: growth <= limit,
});

/** The fastest of a few samples of >= 20 ms each: noise only ever adds. What is plainly not linear is not waited for. */
function measure(parseRunbook, grow) {
	const texts = sizes.map(grow);
	const times = [];
	for (const text of texts) {
		times.push(fastest(() => parseRunbook(text)));
		if (isHopeless(times.at(-1), times.at(-2) ?? Infinity)) return Infinity;
	}
	texts.forEach((text, index) => {
		times[index] = Math.min(
			times[index],
			fastest(() => parseRunbook(text)),
		);
	});
	return slope(times.map((time, index) => [Math.log2(texts[index].length), Math.log2(time)]));
}

/** Twice the text and much more than twice the time; a few milliseconds say nothing. */
const isHopeless = (time, before) => time > hopelessMs || (time > 200 && time > 3.5 * before);

function fastest(run) {
	collectGarbage();
	let [spent, calls] = [0, 0];
	while (spent < 20) {
		spent += cpuOf(run);
		calls++;
	}
	return spent / calls;
}

/** Least squares through the points `[x, y]`. */
function slope(points) {
	const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
	const [x, y] = [mean(0), mean(1)];
	const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
	return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
