// The folder name says what a file may import (CONTRIBUTING.md has the table). Zero warnings: every rule is an error.
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const nodeBuiltins = builtinModules.flatMap((name) => [name, `node:${name}`]);
const ownPackages = ['simple-git', 'node-fetch', 'markdown-it'];

/** Package names go in `paths`: `patterns` are gitignore-style, so the built-in `events` would forbid `./events`. */
const forbid = ({ packages, layers, message }) => ({
	'no-restricted-imports': [
		'error',
		{
			paths: packages.map((name) => ({ name, message })),
			patterns: [{ group: layers.map((name) => `**/${name}/**`), message }],
		},
	],
});

const pureMessage = 'Pure code: time, randomness, identity and I/O are arguments (see core/ports.ts).';
const pure = {
	'no-restricted-globals': [
		'error',
		...[
			'setTimeout',
			'setInterval',
			'setImmediate',
			'fetch',
			'process',
			'console',
			'performance',
			'crypto',
		].map((name) => ({ name, message: pureMessage })),
	],
	'no-restricted-properties': [
		'error',
		{ object: 'Date', property: 'now', message: pureMessage },
		{ object: 'Math', property: 'random', message: pureMessage },
	],
	'no-restricted-syntax': [
		'error',
		{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pureMessage },
	],
};

const boundaryMessage =
	'Register commands and set context keys through vscode/commands.ts and vscode/context.ts.';

export default tseslint.config(
	{
		ignores: [
			'dist/**',
			'node_modules/**',
			'.vscode-test/**',
			'artifacts/**',
			'sample/**',
			'test/fixtures/**',
		],
	},
	js.configs.recommended,
	{
		files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
		languageOptions: {
			globals: Object.fromEntries(
				[
					'process',
					'console',
					'require',
					'module',
					'exports',
					'__dirname',
					'setTimeout',
					'clearTimeout',
					'setInterval',
				]
					.concat(['clearInterval', 'URL', 'Buffer', 'document', 'fetch', 'navigator'])
					.concat(['performance', 'AbortController'])
					.map((name) => [name, 'readonly']),
			),
		},
	},
	{
		files: ['**/*.ts'],
		extends: [...tseslint.configs.strictTypeChecked],
		languageOptions: { parserOptions: { project: './tsconfig.json' } },
		rules: {
			'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
			'max-params': ['error', 4],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
		},
	},
	{
		files: ['src/core/**'],
		ignores: ['src/core/runbook/**'],
		rules: {
			...pure,
			...forbid({
				packages: ['vscode', ...ownPackages, ...nodeBuiltins],
				layers: ['app', 'node', 'vscode', 'cli'],
				message: 'core/ imports core/ only.',
			}),
		},
	},
	{
		files: ['src/core/runbook/**'],
		rules: {
			...pure,
			...forbid({
				packages: ['vscode', 'simple-git', 'node-fetch', ...nodeBuiltins],
				layers: ['app', 'node', 'vscode', 'cli'],
				message: 'core/runbook/ imports core/ and markdown-it only.',
			}),
		},
	},
	{
		files: ['src/app/**'],
		rules: {
			...pure,
			...forbid({
				packages: ['vscode', ...ownPackages, ...nodeBuiltins],
				layers: ['node', 'vscode', 'cli'],
				message: 'app/ imports core/ only; the world comes through ports.',
			}),
		},
	},
	{
		files: ['src/node/**'],
		rules: forbid({
			packages: ['vscode', 'markdown-it'],
			layers: ['app', 'vscode', 'cli'],
			message: 'node/ imports core/, Node, simple-git and node-fetch only.',
		}),
	},
	{
		files: ['src/vscode/**'],
		rules: {
			...forbid({
				packages: [...ownPackages, ...nodeBuiltins],
				layers: ['node', 'cli'],
				message: 'vscode/ imports core/, app/ and vscode only.',
			}),
			'no-restricted-globals': ['error', { name: 'console', message: 'Use the Log port.' }],
		},
	},
	{
		files: ['src/vscode/**'],
		ignores: ['src/vscode/commands.ts', 'src/vscode/context.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: "CallExpression[callee.property.name='registerCommand']", message: boundaryMessage },
				{
					selector: "CallExpression[callee.property.name='executeCommand'][arguments.0.value='setContext']",
					message: boundaryMessage,
				},
			],
		},
	},
	{
		files: ['src/cli/**'],
		rules: forbid({ packages: ['vscode'], layers: ['vscode'], message: 'cli/ never reaches VS Code.' }),
	},
	{
		files: ['test/**'],
		rules: {
			'max-lines-per-function': 'off',
			'@typescript-eslint/no-floating-promises': 'off',
		},
	},
);
