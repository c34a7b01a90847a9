// Builds dist/: the extension, the command line program, and the lazily required chunks.
// A heavy package must not cost anything at activation, so a dynamic import of a chunk's source file stays
// a require of its own bundle. The command line bundle gets no `external: ['vscode']`: a leak breaks the build.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Source file of each chunk (dynamic imports of it stay separate) and the bundle it becomes. */
const chunks = {
	'src/core/runbook/parse.ts': 'runbook.js',
	'src/node/git/git.ts': 'git.js',
	'src/app/postmortem.ts': 'postmortem.js',
	'src/app/lint.ts': 'lint.js',
	'src/app/outboxSender.ts': 'sender.js',
	'src/node/http/send.ts': 'http.js',
};

/** A package that several chunks need is a bundle of its own, loaded once. */
const sharedPackage = { name: 'markdown-it', file: 'markdown-it.js' };

const separateChunks = {
	name: 'separate-chunks',
	setup(build) {
		build.onResolve({ filter: /^markdown-it$/ }, (args) =>
			args.kind === 'entry-point' || args.importer === ''
				? undefined
				: { path: `./${sharedPackage.file}`, external: true },
		);
		build.onResolve({ filter: /^\.{1,2}\// }, (args) => {
			if (args.kind !== 'dynamic-import') return undefined;
			const source = path.relative(__dirname, path.resolve(args.resolveDir, args.path)).replaceAll('\\', '/');
			const chunk = chunks[source.replace(/(\.[jt]s)?$/, '.ts')];
			return chunk ? { path: `./${chunk}`, external: true } : undefined;
		});
	},
};

const common = {
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	minify: production,
	sourcemap: production ? false : 'linked',
	plugins: [separateChunks],
	logLevel: 'warning',
};

const targets = [
	{ entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
	{ entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
	...Object.entries(chunks).map(([source, file]) => ({ entryPoints: [source], outfile: `dist/${file}` })),
	{ entryPoints: [sharedPackage.name], outfile: `dist/${sharedPackage.file}` },
];

async function main() {
	fs.rmSync('dist', { recursive: true, force: true });
	if (watch) {
		for (const target of targets) await (await esbuild.context({ ...common, ...target })).watch();
		return;
	}
	await Promise.all(targets.map((target) => esbuild.build({ ...common, ...target })));
	for (const { outfile } of targets) {
		console.log(`${outfile.padEnd(20)} ${(fs.statSync(outfile).size / 1024).toFixed(1)} KB`);
	}
}

main().catch(() => process.exit(1));
