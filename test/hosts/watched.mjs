// With HOST_STRACE, the server and all it starts run under strace, which writes each started program to that file.
import fs from 'node:fs';
import path from 'node:path';

export function watched(vscode, folder) {
	const trace = process.env.HOST_STRACE;
	if (!trace) return vscode;
	const node = path.join(folder, 'watched-node.sh');
	const strace = 'exec strace -f --seccomp-bpf -qq -s 500 -e trace=execve -e signal=none -o';
	fs.writeFileSync(node, `#!/bin/sh\n${strace} '${trace}' '${vscode.node}' "$@"\n`, { mode: 0o755 });
	return { ...vscode, node };
}
