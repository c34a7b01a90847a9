import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findGit } from '../../../src/node/git/program';

/** A repository with every kind of deploy, written once by one `git fast-import` and shared by the tests. */
export interface Shop {
	/** A fresh folder for whatever a test makes beside it. */
	readonly scratch: string;
	readonly folder: string;
	/** Full object id of a mark in `history`. */
	id(mark: number): string;
}

export const oddNames = ['a => b.ts', 'e🚒 ü.ts', 'line\nfeed.ts', 'quote".ts', 'space d.ts', 'tab\t.ts'];

/** Blobs 1-4, commits from 10 on; the dates are a minute apart from 2026-11-23T10:00:00+01:00. */
const history = [
	blob(1, 'one\n'),
	blob(2, 'nul \0 inside\n'),
	blob(3, 'x'.repeat(1_000_000)),
	blob(4, 'x'.repeat(1_000_001)),
	commit(10, 'main', 'Start', 'M 100644 :1 app.ts', 'M 100644 :1 old.ts', 'M 100644 :1 link'),
	commit(11, 'main', 'Odd names\n\nòò\n\n1\t2\tfake', 'from :10', ...oddNames.map(addOdd)),
	commit(12, 'side', 'Side work', 'from :10', 'M 100644 :2 logo.png', inline('app.ts', 'one\ntwo\n')),
	commit(
		13,
		'main',
		'Merge pull request #7 from acme/side',
		'from :11',
		'merge :12',
		'M 100644 :2 logo.png',
		inline('app.ts', 'one\ntwo\n'),
	),
	commit(14, 'main', 'Tidy', 'from :13', 'D old.ts', 'M 120000 :1 link', 'M 100755 :1 run.sh'),
	commit(15, 'main', 'Cut it', 'from :14', 'M 100644 :3 large.txt', inline('db/migrate/1.rb', '1\n2\n3\n')),
	'reset refs/tags/a,b\nfrom :11\n\n',
	'reset refs/tags/release/1.0\nfrom :15\n\n',
	'tag v1.0\nfrom :15\ntagger Ada <ada@example.com> 1795424400 +0100\ndata 3\nv1\n',
	commit(
		16,
		'main',
		'Deploy to production',
		'from :15',
		'M 100644 :4 large.txt',
		inline('package.json', '{}\n'),
	),
	commit(17, 'main', 'Fix a typo', 'from :16', inline('app.ts', 'one\ntwo\nthree\n')),
	commit(18, 'topic', 'Not deployed', 'from :17', inline('app.ts', '')),
].join('');

let built: Shop | undefined;

export function openShop(): Shop {
	return (built ??= buildShop());
}

/** A hand-written repository over the objects of the shop: `refs` are full names, to an id or `ref: <name>`. */
export function writeRepository(
	shop: Shop,
	name: string,
	refs: Readonly<Record<string, string>>,
	files: Readonly<Record<string, string>> = {},
): string {
	const folder = join(shop.scratch, name);
	writeGitFolder(join(folder, '.git'), {
		'objects/info/alternates': `${join(shop.folder, '.git', 'objects')}\n`,
		...refs,
		...files,
	});
	return folder;
}

/** A program named git, first on the PATH while `use` runs. In the script, `$GIT` is the real one. */
export async function withGitScript(shop: Shop, script: string, use: () => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(shop.scratch, 'bin-'));
	const real = await findGit(process.env['PATH'] ?? '');
	writeFileSync(join(folder, 'git'), `#!/bin/sh\nGIT='${real}'\n${script}\n`);
	chmodSync(join(folder, 'git'), 0o755);
	await withVariables({ PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` }, use);
}

export async function withVariables(
	variables: Readonly<Record<string, string>>,
	use: () => Promise<void>,
): Promise<void> {
	const restore = setVariables(variables);
	try {
		await use();
	} finally {
		restore();
	}
}

/** Gives back what undoes it. */
export function setVariables(variables: Readonly<Record<string, string>>): () => void {
	const before = { ...process.env };
	Object.assign(process.env, variables);
	return () => {
		for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
		Object.assign(process.env, before);
	};
}

function buildShop(): Shop {
	const scratch = mkdtempSync(join(tmpdir(), 'deploys-'));
	process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
	const folder = join(scratch, 'shop');
	writeGitFolder(join(folder, '.git'), {});
	const args = ['fast-import', '--quiet', '--export-marks=.git/marks'];
	execFileSync('git', args, {
		cwd: folder,
		input: history,
		stdio: ['pipe', 'ignore', 'inherit'],
		env: isolated,
	});
	const marks = readFileSync(join(folder, '.git/marks'), 'utf8').split('\n');
	return {
		scratch,
		folder,
		id: (mark) => marks.find((line) => line.startsWith(`:${mark} `))?.split(' ')[1] ?? '',
	};
}

/** Neither the configuration nor the variables of whoever runs the tests. */
export const isolated = {
	PATH: process.env['PATH'] ?? '',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_SYSTEM: '/dev/null',
};

function writeGitFolder(folder: string, files: Readonly<Record<string, string>>): void {
	const all = {
		HEAD: 'ref: refs/heads/main\n',
		config: '[core]\n\trepositoryformatversion = 0\n\tbare = false\n',
		...files,
	};
	for (const path of ['objects/info', 'refs/heads']) mkdirSync(join(folder, path), { recursive: true });
	for (const [path, content] of Object.entries(all)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content.endsWith('\n') ? content : `${content}\n`);
	}
}

function blob(mark: number, content: string): string {
	return `blob\nmark :${mark}\n${data(content)}\n`;
}

function commit(mark: number, branch: string, message: string, ...lines: readonly string[]): string {
	const who = `Ada Löv <ada@example.com> ${1795424400 + (mark - 10) * 60} +0100`;
	return `commit refs/heads/${branch}\nmark :${mark}\ncommitter ${who}\n${data(message)}\n${lines.join('\n')}\n\n`;
}

function inline(path: string, content: string): string {
	return `M 100644 inline ${path}\n${data(content)}`;
}

function addOdd(path: string): string {
	return `M 100644 :1 ${JSON.stringify(path)}`;
}

function data(text: string): string {
	return `data ${Buffer.byteLength(text)}\n${text}`;
}
