// A killed parent cannot tell its children. The system gives them a new one, though, and that can be seen.

const intervalMs = 1000;

export function whenParentEnds(action) {
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) action();
	}, intervalMs).unref();
}
