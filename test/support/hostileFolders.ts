// Folders that somebody else has prepared, each with its own way to get a program started by whoever opens it.
import fs from 'node:fs';
import path from 'node:path';

export interface HostileFolder {
	readonly name: string;
	/** Its runbook, from the folder. */
	readonly runbook: string;
	/** Path -> content. */
	readonly files: Readonly<Record<string, string>>;
	/** Symbolic link -> target. */
	readonly links?: Readonly<Record<string, string>>;
}

/** The files of a folder for a program whose running would be noticed. */
type Bait = (program: string) => Omit<HostileFolder, 'name' | 'runbook'> & { readonly runbook?: string };

const gitFolder = (config: string, more: Readonly<Record<string, string>> = {}) => ({
	'.git/HEAD': 'ref: refs/heads/main\n',
	'.git/config': `[core]\n\trepositoryformatversion = 0\n${config}`,
	'.git/objects/info/x': '',
	'.git/refs/heads/x': '',
	...more,
});
const git =
	(config: (program: string) => string, more?: (program: string) => Readonly<Record<string, string>>): Bait =>
	(program) => ({ files: gitFolder(config(program), more?.(program)) });
const settings =
	(values: (program: string) => Readonly<Record<string, unknown>>): Bait =>
	(program) => ({ files: { '.vscode/settings.json': JSON.stringify(values(program)) } });
const runbook =
	(text: (program: string) => string): Bait =>
	(program) => ({ files: { 'RUNBOOK.md': text(program) }, runbook: 'RUNBOOK.md' });
const fence = (language: string, text: string): string =>
	`# Runbook\n\n- [ ] one\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;

const baits: Readonly<Record<string, Bait>> = {
	'git fsmonitor': git((program) => `\tfsmonitor = ${program}\n`),
	'git hooks': git(
		() => '',
		(program) => ({
			'.git/hooks/post-checkout': `#!/bin/sh\n${program}\n`,
			'.git/hooks/pre-commit': `#!/bin/sh\n${program}\n`,
		}),
	),
	'git hooks elsewhere': git(
		() => '\thooksPath = ../hooks\n',
		(program) => ({ 'hooks/post-index-change': `#!/bin/sh\n${program}\n` }),
	),
	'git filter': git(
		(program) => `[filter "x"]\n\tclean = ${program}\n\tsmudge = ${program}\n\tprocess = ${program}\n`,
		() => ({ '.gitattributes': '* filter=x diff=x\n' }),
	),
	'git textconv': git(
		(program) => `[diff "x"]\n\ttextconv = ${program}\n\tcommand = ${program}\n`,
		() => ({ '.gitattributes': '* diff=x\n' }),
	),
	'git pager and editor': git(
		(program) => `\tpager = ${program}\n\teditor = ${program}\n[pager]\n\tlog = ${program}\n`,
	),
	'git aliases': git(
		(program) => `[alias]\n\tlog = !${program}\n\tstatus = !${program}\n\trev-parse = !${program}\n`,
	),
	'git ssh': git((program) => `\tsshCommand = ${program}\n[remote "origin"]\n\turl = ssh://x.invalid/x\n`),
	'git helper transport': git(
		(program) => `[remote "origin"]\n\turl = ext::${program}\n[protocol]\n\tallow = always\n`,
	),
	'git credentials and signing': git(
		(program) =>
			`[credential]\n\thelper = !${program}\n[gpg]\n\tprogram = ${program}\n[commit]\n\tgpgSign = true\n`,
	),
	'git include': git(
		() => '[include]\n\tpath = ../more.config\n',
		(program) => ({ 'more.config': `[core]\n\tfsmonitor = ${program}\n` }),
	),
	'git folder elsewhere': (program) => ({
		files: {
			'.git': 'gitdir: elsewhere/repository\n',
			...withPrefix('elsewhere/repository/', gitFolder(`\tfsmonitor = ${program}\n`), '.git/'),
		},
	}),
	'git submodule': git(
		() => '',
		(program) => ({
			'.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::${program}\n\tupdate = !${program}\n`,
			'x/a.md': '# a\n',
		}),
	),
	'settings git path': settings((program) => ({
		'git.path': program,
		'git.autofetch': true,
		'git.terminalAuthentication': true,
	})),
	'settings terminal profiles': settings((program) => ({
		'terminal.integrated.profiles.linux': { x: { path: program } },
		'terminal.integrated.defaultProfile.linux': 'x',
		'terminal.integrated.automationProfile.linux': { path: program },
		'terminal.integrated.shell.linux': program,
	})),
	'settings terminal environment': settings((program) => ({
		'terminal.integrated.env.linux': {
			BASH_ENV: program,
			PROMPT_COMMAND: program,
			PATH: path.dirname(program),
		},
	})),
	'settings of ours': settings(() => ({
		'runbookResponse.runbook.path': '../../../../etc/passwd',
		'runbookResponse.postmortem.path': '/tmp',
		'runbookResponse.targets.allowPrivate': true,
	})),
	'settings interpreters': settings((program) => ({
		'python.defaultInterpreterPath': program,
		'typescript.tsdk': path.dirname(program),
		'npm.packageManager': program,
		'php.validate.executablePath': program,
	})),
	'task on opening': (program) => ({
		files: {
			'.vscode/tasks.json': JSON.stringify({
				version: '2.0.0',
				tasks: [{ label: 'x', type: 'shell', command: program, runOptions: { runOn: 'folderOpen' } }],
			}),
		},
	}),
	'launch and extensions': (program) => ({
		files: {
			'.vscode/launch.json': JSON.stringify({
				configurations: [{ type: 'node', request: 'launch', name: 'x', runtimeExecutable: program }],
			}),
			'.vscode/extensions.json': JSON.stringify({ recommendations: ['x.x'] }),
		},
	}),
	'dev container': (program) => ({
		files: {
			'.devcontainer/devcontainer.json': JSON.stringify({
				initializeCommand: program,
				postCreateCommand: program,
			}),
		},
	}),
	'environment files': (program) => ({
		files: {
			'.envrc': `${program}\n`,
			'.env': `BASH_ENV=${program}\n`,
			'.bashrc': `${program}\n`,
			'.tool-versions': 'node 1\n',
		},
	}),
	'package scripts': (program) => ({
		files: {
			'package.json': JSON.stringify({ scripts: { preinstall: program, prepare: program, test: program } }),
			'.npmrc': `script-shell=${program}\n`,
			Makefile: `all:\n\t${program}\n`,
		},
	}),
	'programs with known names': (program) => ({
		files: Object.fromEntries(
			['git', 'rg', 'bash', 'sh', 'node', 'ps', 'hostname'].flatMap((name) => [
				[name, `#!/bin/sh\n${program}\n`],
				[`node_modules/.bin/${name}`, `#!/bin/sh\n${program}\n`],
			]),
		),
	}),
	'script that runs itself': runbook((program) => fence('bash', program)),
	'script with substitutions': runbook((program) =>
		fence('bash', `# $(${program}) \`${program}\`\necho "$(${program})"`),
	),
	'item that names a program': runbook(
		(program) => `# Runbook\n\n- [ ] **Check health**: \`bash ${program}\`\n- [ ] Run \`./start.sh\`\n`,
	),
	'health check': runbook((program) =>
		fence(
			'bash',
			`# Health check\n${program} status\ncurl -f file:///etc/hostname\ncurl -f file:///etc/hosts`,
		),
	),
	'command links': runbook(
		(program) =>
			`# Runbook [x](command:workbench.action.terminal.new)\n\n- [ ] [run](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22${encodeURIComponent(program)}%22%7D)\n- [ ] <a href="command:runbookResponse.runScript">go</a> $(play)\n`,
	),
	'links that lead out': runbook(
		(program) =>
			`# Runbook\n\n- [ ] [a](../../../../etc/passwd)\n- [ ] [b](file://${program})\n- [ ] [c](vscode://x.x/run?${program})\n- [ ] [severity](/etc/passwd)\n`,
	),
	'templates that compute': runbook(
		(program) =>
			`# Runbook\n\n- [ ] one\n\n## Declare\n\`\`\`\nStarted: $(${program}) \${${program}} \`${program}\` {{constructor.constructor("return process")()}}\n\`\`\`\n`,
	),
	'front matter': runbook(
		(program) =>
			`---\ntitle: !!js/function 'function () { require("child_process").execSync("${program}") }'\nowner: "$(${program})"\n---\n# Runbook\n- [ ] one\n`,
	),
	'lint fixes': runbook(
		() => '# Runbook\n\n- [ ] [x](nowhere.md)\n- [ ] see `scripts/gone.sh`\n\nLast reviewed: 2001-01-01\n',
	),
	'title with a terminal in it': runbook(
		(program) =>
			`# \u001b]0;${program}\u0007\u202E Runbook\n\n- [ ] \u001b[2J one\n\n\`\`\`sh\n# \u202E${program}\necho\n\`\`\`\n`,
	),
	'runbook that is a link': () => ({
		files: { 'README.md': '# x\n' },
		links: { 'RUNBOOK.md': '/etc/passwd', docs: '/etc' },
		runbook: 'RUNBOOK.md',
	}),
	'links in a circle': () => ({
		files: { 'RUNBOOK.md': '# Runbook\n- [ ] [again](RUNBOOK.md)\n- [ ] [loop](loop/loop/RUNBOOK.md)\n' },
		links: { loop: '.' },
		runbook: 'RUNBOOK.md',
	}),
	'huge runbook': () => ({
		files: { 'RUNBOOK.md': `# Runbook\n${'- [ ] `git status` and `bash a.sh`\n'.repeat(20_000)}` },
		runbook: 'RUNBOOK.md',
	}),
	'binary runbook': () => ({ files: { 'RUNBOOK.md': '# Runbook\0\u0001' }, runbook: 'RUNBOOK.md' }),
	'odd names': (program) => {
		const name = 'runbook; id $(id) `id` "x" \'y\' && z.md';
		return {
			files: { [name]: fence('bash', program), '--help.md': '# x\n', '-rf': 'x', 'a\nb.md': '# x\n' },
			runbook: name,
		};
	},
	'a record of incidents': (program) => ({
		files: {
			...gitFolder(''),
			'.git/runbook-response/incidents/INC-1/x.jsonl': `{"v":1,"type":"declared","data":{"title":"$(${program})"}}\n`,
			'.runbook-response/INC-2/x.jsonl': '{}\n',
		},
	}),
	'postmortem template': (program) => ({
		files: {
			'POSTMORTEM_TEMPLATE.md': `# Postmortem $(${program})\n{{ ${program} }}\n`,
			'postmortems/2026-01-01-x.md': '# x\n\n| Action | Owner |\n|-|-|\n| x | y |\n',
		},
	}),
};

function withPrefix(
	prefix: string,
	files: Readonly<Record<string, string>>,
	without: string,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(files).map(([name, text]) => [prefix + name.slice(without.length), text]),
	);
}

const usual = 'RUNBOOK.md';
const plainRunbook =
	'# Incident runbook\n\n- [ ] one\n- [ ] `git status`\n\n```bash\n# Check\ngit log\n```\n';

/** Every folder with its files, for a program that must never run. Each runbook has a name of its own to be picked by. */
export function hostileFolders(program: string): readonly HostileFolder[] {
	return Object.entries(baits).map(([name, bait]) => {
		const { files, links = {}, runbook: own } = bait(program);
		if (own !== undefined && own !== usual) return { name, files, links, runbook: own };
		const runbookName = `RUNBOOK-${name.replaceAll(' ', '-')}.md`;
		const renamed = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
			Object.fromEntries(
				Object.entries(entries).map(([key, value]) => [key === usual ? runbookName : key, value]),
			);
		const all = own === undefined ? { [usual]: plainRunbook, ...files } : files;
		return { name, files: renamed(all), links: renamed(links), runbook: runbookName };
	});
}

/**
 * Writes the folders below `root/folders`, and beside them an empty one and a workspace file that opens it alone; the
 * others are added to it one by one. Returns the workspace file. What ran left `root/it-ran`.
 */
export function writeHostileFolders(root: string): string {
	const program = path.join(root, 'program.sh');
	fs.writeFileSync(program, `#!/bin/sh\necho "$0 $*" >>${path.join(root, 'it-ran')}\n`, { mode: 0o755 });
	for (const { name, files, links = {} } of hostileFolders(program)) {
		const folder = path.join(root, 'folders', name);
		for (const [file, text] of Object.entries(files)) write(path.join(folder, file), text);
		for (const [link, target] of Object.entries(links)) fs.symlinkSync(target, path.join(folder, link));
	}
	fs.mkdirSync(path.join(root, 'neutral'));
	const workspace = path.join(root, 'hostile.code-workspace');
	const folders = [{ path: 'neutral' }];
	fs.writeFileSync(workspace, JSON.stringify({ folders, settings: workspaceSettings(program) }));
	return workspace;
}

/** What a workspace file can set for the whole window. */
function workspaceSettings(program: string): Readonly<Record<string, unknown>> {
	return {
		'git.path': program,
		'terminal.integrated.automationProfile.linux': { path: program },
		'terminal.integrated.profiles.linux': { x: { path: program } },
		'terminal.integrated.defaultProfile.linux': 'x',
		'task.allowAutomaticTasks': 'on',
		'search.ripgrep.path': program,
	};
}

function write(file: string, text: string): void {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, text, { mode: 0o755 });
}
