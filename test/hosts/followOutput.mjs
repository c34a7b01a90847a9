// Passes on what the tests print. A remote extension host's console ends in VS Code's log among thousands of lines,
// so the suite appends its report to a file, and we copy that file to our own stdout as it grows.
import fs from 'node:fs';

const intervalMs = 200;

export function followOutput(file) {
	fs.writeFileSync(file, '');
	let offset = 0;
	const copy = () => {
		const content = readFrom(file, offset);
		offset += content.length;
		if (content.length > 0) process.stdout.write(content);
	};
	const timer = setInterval(copy, intervalMs);
	timer.unref();
	return {
		file,
		stop() {
			clearInterval(timer);
			copy();
		},
	};
}

function readFrom(file, offset) {
	try {
		return fs.readFileSync(file).subarray(offset);
	} catch {
		return Buffer.alloc(0); // the profile was removed under us
	}
}
