// Runs another program to its end, with its output on our terminal.
import { spawn } from 'node:child_process';
import { repoRoot } from './paths.mjs';

/** Resolves with the exit code; a signal counts as failure. Never asks: the program gets no input. */
export function run(command, args, { env = process.env, output = 'inherit' } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd: repoRoot, env, stdio: ['ignore', output, 'inherit'] });
		const forward = (signal) => child.kill(signal);
		const signals = ['SIGINT', 'SIGTERM'];
		for (const signal of signals) process.on(signal, forward);
		child.on('error', reject);
		child.on('close', (code) => {
			for (const signal of signals) process.off(signal, forward);
			resolve(code ?? 1);
		});
	});
}

/** Runs a script with the Node we run on ourselves. */
export const runNode = (args, options) => run(process.execPath, args, options);
