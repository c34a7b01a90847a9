// Repositories for bench/git.mjs, each written by one `git fast-import`.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Neither the configuration nor the name of whoever runs the bench. */
export const isolated = {
	PATH: process.env.PATH,
	HOME: '/nowhere',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_SYSTEM: '/dev/null',
	GIT_AUTHOR_NAME: 'Bench',
	GIT_AUTHOR_EMAIL: 'bench@example.com',
	GIT_COMMITTER_NAME: 'Bench',
	GIT_COMMITTER_EMAIL: 'bench@example.com',
};

export const git = (folder, args, options = {}) =>
	execFileSync('git', args, { cwd: folder, env: isolated, maxBuffer: 1 << 30, ...options });

/** Makes `folder` from the input of `git fast-import`, a buffer or chunks of text. */
export function importRepository(folder, input) {
	fs.mkdirSync(folder, { recursive: true });
	git(folder, ['init', '-q', '-b', 'main']);
	const stream = path.join(folder, '.git', 'bench-stream');
	const file = fs.openSync(stream, 'w');
	for (const chunk of Buffer.isBuffer(input) ? [input] : input) fs.writeSync(file, chunk);
	fs.closeSync(file);
	const from = fs.openSync(stream, 'r');
	const args = ['fast-import', '--quiet', '--export-marks=.git/bench-marks'];
	git(folder, args, { stdio: [from, 'ignore', 'inherit'] });
	fs.closeSync(from);
	fs.rmSync(stream);
	return folder;
}

/** Full ids by mark. */
export function marksOf(folder) {
	const lines = fs.readFileSync(path.join(folder, '.git/bench-marks'), 'utf8').trim().split('\n');
	return new Map(lines.map((line) => [Number(line.slice(1, line.indexOf(' '))), line.split(' ')[1]]));
}

/**
 * A team that merges pull requests: half of the commits are merges into main, with a tag now and then. The newest 300
 * requests change source files of a usual size (60 KB), the older ones small files, or it would be gigabytes.
 */
export function* teamHistory(commits) {
	const merges = commits / 2;
	for (let request = 0, tip = 0; request < merges; request++) {
		const topic = 2 * request + 1;
		const files = request >= merges - 300 ? largeFiles(request) : smallFiles(request);
		yield commit('topic', topic, `Work ${request}`, tip && `from :${tip}\n`) + files;
		const subject = `Merge pull request #${request} from acme/topic-${request}\n\nWhat it does, and why.`;
		yield commit('main', topic + 1, subject, `${tip ? `from :${tip}\nmerge` : 'from'} :${topic}\n`) + files;
		tip = topic + 1;
		if (request % 50 === 0) yield `reset refs/tags/v1.${request / 50}\nfrom :${tip}\n\n`;
	}
}

function commit(branch, mark, message, parents) {
	const who = `Ada <ada@example.com> ${1600000000 + mark * 300} +0100`;
	return `commit refs/heads/${branch}\nmark :${mark}\ncommitter ${who}\n${data(message)}\n${parents || ''}`;
}

function smallFiles(request) {
	return file(`docs/${request % 97}/note${request % 13}.md`, `note ${request}\n`);
}

/** Three of thirty files, so that each is changed again by every tenth request. */
function largeFiles(request) {
	return [0, 1, 2].map((index) => file(`src/part${(request * 3 + index) % 30}.ts`, source(request))).join('');
}

/** 1,500 lines, each written anew by one request in 300: five lines a request, so 50 since the file was last changed. */
function source(request) {
	const lines = Array.from({ length: 1500 }, (_, line) => {
		const turn = (line * 7919) % 300;
		const writtenBy = Math.max(0, request - ((((request - turn) % 300) + 300) % 300));
		return `export const value${line} = compute(${line}, ${writtenBy});`;
	});
	return `${lines.join('\n')}\n`;
}

function file(name, content) {
	return `M 100644 inline ${name}\n${data(content)}\n`;
}

function data(text) {
	return `data ${Buffer.byteLength(text)}\n${text}`;
}
