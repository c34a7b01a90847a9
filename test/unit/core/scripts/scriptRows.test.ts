import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { RunState, ScriptOutcome } from '../../../../src/core/incident/model';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { knownScripts } from '../../../../src/core/scripts/knownScripts';
import { scriptRows, type ScriptRow } from '../../../../src/core/scripts/scriptRows';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const minute = 60_000;

const text = `# Runbook
## Assess
\`\`\`bash
# Quick health check
curl -f https://shop.example/health
curl -f https://shop.example/db
\`\`\`
## Emergency Scripts
\`\`\`bash
# Emergency rollback
python rollback.py emergency

# Check the pool
bash pool.sh

# Move traffic
./move.sh --to <region>
\`\`\`
`;
const findScript = (path: string): string | undefined => (path === 'rollback.py' ? undefined : path);
const known = knownScripts(parseRunbook(text, { findScript }).scripts, sha256);

const exit = (exitCode: number): ScriptOutcome => ({ kind: 'exited', exitCode });
function run(change: Partial<RunState>): RunState {
	const base = { title: '', sha256: '', effect: undefined, item: undefined, by: 'Kim', writer: 'w' };
	return { ...base, startedAt: 0, outcome: undefined, finishedAt: undefined, output: undefined, ...change };
}

function rows(runs: readonly RunState[] = [], now = 10 * minute): readonly ScriptRow[] {
	return scriptRows(known, { runs, now });
}
const find = (title: string, runs: readonly RunState[] = [], now?: number): ScriptRow => {
	const found = rows(runs, now)
		.flatMap(({ children }) => children)
		.find(({ label }) => label === title);
	assert.ok(found, title);
	return found;
};

suite('scriptRows', () => {
	test('scripts stand under their headings, each with what it does in words and icon', () => {
		const shown = rows().map(({ label, description, children }) => [
			`${label} (${description})`,
			...children.map((row) => `${row.icon} ${row.label}: ${row.description}`),
		]);
		assert.deepEqual(shown, [
			[
				'Assess (1 script)',
				'check Quick health check: Only reads · curl -f https://shop.example/health (2 lines)',
			],
			[
				'Emergency Scripts (3 scripts)',
				'missing Emergency rollback: MISSING: rollback.py · CHANGES THINGS · python rollback.py emergency',
				'check Check the pool: Only reads · bash pool.sh',
				'change Move traffic: CHANGES THINGS · ./move.sh --to <region>',
			],
		]);
	});

	const pool = sha256('# Check the pool\nbash pool.sh\n');
	const ends: readonly (readonly [string, Partial<RunState>])[] = [
		['ok, 9 min ago', { outcome: exit(0), finishedAt: minute }],
		['exit 2 (warning), just now', { outcome: exit(2), finishedAt: 10 * minute }],
		['exit 2 (failed), 9 min ago', { effect: 'change', outcome: exit(2), finishedAt: minute }],
		[
			'cancelled: by Cancel, 9 min ago',
			{ outcome: { kind: 'cancelled', reason: 'by Cancel' }, finishedAt: minute },
		],
		['running, started 10 min ago', {}],
		// The clock of another machine is ahead.
		['ok, just now', { outcome: exit(0), finishedAt: 20 * minute }],
	];
	for (const [words, change] of ends) {
		test(`a run is told of: ${words}`, () => {
			const row = find('Check the pool', [run({ sha256: pool, ...change })]);
			assert.equal(row.description, `Only reads · ${words} · bash pool.sh`);
			assert.equal(row.spoken, `Check the pool, Only reads, ${words}`);
			assert.match(row.tooltip, /^Run by Kim$/m);
		});
	}

	test('the last run counts, whatever the order in the record', () => {
		const older = run({ sha256: pool, outcome: exit(0), startedAt: minute, finishedAt: 2 * minute });
		const newer = run({ sha256: pool, outcome: exit(1), startedAt: 3 * minute, finishedAt: 4 * minute });
		for (const runs of [
			[older, newer],
			[newer, older],
		])
			assert.match(find('Check the pool', runs).description, /exit 1 \(failed\), 6 min ago/);
	});

	test('a run of another text says nothing about this one, whatever its title', () => {
		const other = run({
			title: 'Check the pool',
			sha256: sha256('rm -rf /'),
			outcome: exit(0),
			finishedAt: 0,
		});
		assert.doesNotMatch(find('Check the pool', [other]).description, /ago/);
	});

	test('a script with gaps is another text each time, so its title counts', () => {
		const filled = run({ title: 'Move traffic', sha256: sha256('x'), outcome: exit(0), finishedAt: 0 });
		assert.match(find('Move traffic', [filled]).description, /ok, 10 min ago/);
	});

	test('commands that were run by themselves are below, each with its own result', () => {
		assert.deepEqual(find('Quick health check').children, []);
		const first = run({
			sha256: sha256('curl -f https://shop.example/health\n'),
			outcome: exit(0),
			finishedAt: 0,
		});
		const second = run({
			sha256: sha256('curl -f https://shop.example/db\n'),
			outcome: exit(22),
			finishedAt: 0,
		});
		const below = find('Quick health check', [first, second]).children;
		assert.deepEqual(
			below.map(({ icon, label, description }) => `${icon} ${label}: ${description}`),
			[
				'ok curl -f https://shop.example/health: ok, 10 min ago',
				'bad curl -f https://shop.example/db: exit 22 (failed), 10 min ago',
			],
		);
	});

	test('the tooltip shows the text, and what cannot be seen in it', () => {
		const { tooltip } = find('Check the pool');
		assert.ok(tooltip.endsWith('\n\n# Check the pool\nbash pool.sh'), tooltip);
		const [hidden] = knownScripts(parseRunbook('# A\n```sh\necho a\u202Eb\n```\n').scripts, sha256);
		assert.ok(hidden);
		const [section] = scriptRows([hidden], { runs: [], now: 0 });
		assert.match(section?.children[0]?.tooltip ?? '', /echo a⟨U\+202E⟩b/);
	});

	test('no row steers a screen, and ids are unique', () => {
		const all = rows().flatMap((row) => [row, ...row.children]);
		assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
		for (const { label, description } of all) assert.match(label + description, /^[^\p{Cc}]*$/u);
	});
});
