// CPU time of one function against another, in one process, so that a busy machine slows both.

/** Milliseconds of CPU that one call of each function takes: the median of interleaved samples of >= 60 ms each. */
export function compare(functions, { rounds = 9, sampleMs = 60 } = {}) {
	const names = Object.keys(functions);
	const calls = Object.fromEntries(names.map((name) => [name, callsFor(functions[name], sampleMs)]));
	const samples = Object.fromEntries(names.map((name) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		for (const name of names) samples[name].push(cpuOf(functions[name], calls[name]) / calls[name]);
	}
	return Object.fromEntries(names.map((name) => [name, median(samples[name])]));
}

/** How many calls fill a sample. Doubling up to half a second first leaves the code as warm as it gets. */
function callsFor(run, sampleMs) {
	for (let calls = 1; ; calls *= 2) {
		const spent = cpuOf(run, calls);
		if (spent >= 500) return Math.max(1, Math.ceil((calls * sampleMs * 1.1) / spent));
	}
}

export function cpuOf(run, calls = 1) {
	const before = process.cpuUsage();
	for (let call = 0; call < calls; call++) run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

export function median(values) {
	const sorted = [...values].sort((left, right) => left - right);
	return sorted[sorted.length >> 1];
}
