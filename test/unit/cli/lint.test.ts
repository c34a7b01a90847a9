import assert from 'node:assert/strict';
import { lintText } from '../../../src/app/lint';
import { parseArguments, UsageError } from '../../../src/cli/args';
import type { CliContext, LintTarget } from '../../../src/cli/verb';
import { lint } from '../../../src/cli/verbs/lint';
import type { FileTree } from '../../../src/core/ports';
import { UserError } from '../../../src/core/userError';

const runbook = `# Incident response
**Owner**: Ops
**Last Updated**: 2026-11-01

- **DBA**: [name]

See [rollback](./ROLBACK.md) and [triage](TRIAGE.md).
`;

interface Printed {
	readonly json: unknown;
	readonly lines: readonly string[];
	readonly exit: 0 | 1;
}

/** Runs the verb over files in memory; every file is a target. */
async function run(files: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<Printed> {
	let printed: Omit<Printed, 'exit'> | undefined;
	const paths = Object.keys(files);
	const tree: FileTree = {
		exists: (path) => Promise.resolve(paths.includes(path)),
		text: (path) => Promise.resolve(files[path]),
		files: () => Promise.resolve({ paths, complete: true }),
	};
	const context: Pick<CliContext, 'clock' | 'files' | 'lintTargets' | 'lint' | 'print'> = {
		clock: { now: () => Date.UTC(2026, 10, 23) },
		files: {
			markdownFiles: () => Promise.resolve(paths),
			read: (path) => Promise.resolve(new TextEncoder().encode(files[path])),
			create: () => Promise.reject(new Error('lint writes nothing')),
		},
		lintTargets: () => {
			const target = (path: string): LintTarget => ({
				file: path,
				path,
				tree,
				named: path.startsWith('named'),
			});
			return Promise.resolve(paths.filter((path) => path.endsWith('.md')).map(target));
		},
		lint: lintText,
		print: (json, lines) => (printed = { json: JSON.parse(JSON.stringify(json)), lines }),
	};
	const exit = await lint.run(parseArguments(['.', ...options], lint), context as CliContext);
	assert.ok(printed);
	return { ...printed, exit };
}

suite('lint on the command line', () => {
	test('prints the contract, and exits with 1 for an error', async () => {
		const { json, exit } = await run({
			'RUNBOOK.md': runbook,
			'docs/ROLLBACK.md': '# Undo\n',
			'TRIAGE.md': '# T\n',
		});
		assert.deepEqual(json, [
			{
				file: 'RUNBOOK.md',
				line: 5,
				column: 12,
				code: 'unfilled-placeholder',
				severity: 'warning',
				message: '“[name]” still has to be filled in.',
			},
			{
				file: 'RUNBOOK.md',
				line: 7,
				column: 16,
				code: 'unresolved-link',
				severity: 'error',
				message: '“./ROLBACK.md” does not exist. Did you mean ./docs/ROLLBACK.md?',
			},
		]);
		assert.equal(exit, 1);
	});

	test('for people: a line a finding, and a summary', async () => {
		const { lines } = await run({ 'RUNBOOK.md': runbook, 'TRIAGE.md': '# T\n' });
		assert.deepEqual(lines, [
			'RUNBOOK.md:5:12  warning      “[name]” still has to be filled in.  (unfilled-placeholder)',
			'RUNBOOK.md:7:16  error        “./ROLBACK.md” does not exist.  (unresolved-link)',
			'1 error, 1 warning in 1 runbook.',
		]);
	});

	test('warnings alone exit with 0', async () => {
		const { exit, lines } = await run({ 'RUNBOOK.md': '# R\n**Owner**: TBD\n' });
		assert.equal(exit, 0);
		assert.equal(lines.at(-1), '1 warning, 1 to know in 1 runbook.');
	});

	test('what is not a runbook is passed over in silence', async () => {
		assert.deepEqual(await run({ 'README.md': '# Shop\n[x](y.md)\n- [ ] TBD\n' }), {
			json: [],
			lines: [],
			exit: 0,
		});
	});

	test('sections of linked documents are looked for; those of other files are not', async () => {
		const { json } = await run({
			'RUNBOOK.md': '# R\n[a](docs/UNDO.md#roll-bck)\n[b](docs/UNDO#roll-back)\n[c](a.txt#x)\n',
			'docs/UNDO.md': '# Undo\n## Roll back\n',
			'a.txt': '',
		});
		const found = json as readonly {
			readonly line: number;
			readonly code: string;
			readonly message: string;
		}[];
		assert.deepEqual(
			found.filter(({ code }) => code === 'unresolved-anchor').map(({ line, message }) => [line, message]),
			[[2, '“docs/UNDO.md” has no section “#roll-bck”. Did you mean docs/UNDO.md#roll-back?']],
		);
	});

	test('scripts are looked for from the root, from the folder, and by name', async () => {
		const text = '# R\n```bash\n./a.sh\n./b.sh\n./c.sh\n./d.sh\n```\n';
		const { json } = await run({ 'ops/RUNBOOK.md': text, 'a.sh': '', 'ops/b.sh': '', 'x/y/c.sh': '' });
		const missing = (json as readonly { readonly code: string; readonly line: number }[]).filter(
			({ code }) => code === 'missing-script',
		);
		assert.deepEqual(
			missing.map(({ line }) => line),
			[6],
		);
	});

	test('--sarif is one document, with --json and without', async () => {
		const { json, lines, exit } = await run({ 'RUNBOOK.md': runbook }, '--sarif');
		assert.deepEqual(JSON.parse(lines.join('\n')), json);
		assert.equal((json as { readonly version: string }).version, '2.1.0');
		assert.equal(exit, 1);
	});

	test('a binary file is an error when it was named, and passed over when it was found', async () => {
		assert.deepEqual(await run({ 'found.md': 'a\0b' }), { json: [], lines: [], exit: 0 });
		await assert.rejects(run({ 'named.md': 'a\0b' }), UserError);
	});

	test('takes any number of paths, and at least one', () => {
		assert.deepEqual(parseArguments(['a', 'b c'], lint).words, ['a', 'b c']);
		assert.throws(() => parseArguments([], lint), new UsageError('PATH is missing.'));
	});
});
