import assert from 'node:assert/strict';
import { Incidents } from '../../../src/app/incidents';
import { parseArguments, UsageError } from '../../../src/cli/args';
import type { CliContext } from '../../../src/cli/verb';
import { verbs } from '../../../src/cli/verbs';
import type { WorkspaceFiles } from '../../../src/core/ports';
import { parseRunbook } from '../../../src/core/runbook/parse';
import { UserError } from '../../../src/core/userError';
import { MemoryStore } from '../../support/memoryStore';

const runbook = '# R\n## T+0 to T+5\n### Now (IC)\n- [ ] **Declare**: say so\n- [ ] **Decide**: and how\n';

/** A workspace in memory: the verbs run as they do in the program, without processes or disks. */
class Desk {
	readonly files = new Map<string, string>([['RUNBOOK.md', runbook]]);
	readonly #store = new MemoryStore();
	#ids = 0;
	now = Date.UTC(2026, 10, 23, 3, 14);
	json: unknown;
	readonly warnings: string[] = [];
	lines: readonly string[] = [];

	async run(...argv: readonly string[]): Promise<unknown> {
		const [name = '', ...rest] = argv;
		const verb = verbs[name];
		if (!verb) throw new UsageError(name);
		await verb.run(parseArguments(rest, verb), this.#context());
		return this.json;
	}

	#context(): CliContext {
		const files: WorkspaceFiles = {
			markdownFiles: () => Promise.resolve([...this.files.keys()]),
			read: (path) => Promise.resolve(new TextEncoder().encode(this.#text(path))),
			create: (path, text, replace = false) => {
				const free = replace || !this.files.has(path);
				if (free) this.files.set(path, text);
				return Promise.resolve(free);
			},
		};
		const loadParser = (): Promise<(text: string) => ReturnType<typeof parseRunbook>> =>
			Promise.resolve((text: string) => parseRunbook(text));
		return {
			folder: '/work',
			clock: { now: () => this.now },
			files,
			reader: { files, sha256: (text) => `hash of ${text.length}`, loadParser },
			openIncidents: () => this.#incidents(),
			remoteAddress: () => Promise.resolve(undefined),
			lintTargets: () => Promise.resolve([]),
			lint: () => Promise.resolve(undefined),
			warn: (message) => void this.warnings.push(message),
			print: (json, lines) => {
				this.json = JSON.parse(JSON.stringify(json));
				this.lines = lines;
			},
		};
	}

	#text(path: string): string {
		const text = this.files.get(path);
		if (text === undefined) throw new UserError(`${path} cannot be read: there is no such file.`);
		return text;
	}

	async #incidents(): Promise<Incidents> {
		const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
		const ids = { next: () => (++this.#ids).toString(16).padStart(32, '0') };
		const ports = { store: this.#store, clock: { now: () => this.now }, ids, log };
		const incidents = new Incidents(ports, { by: 'Dana', writer: 'cli' });
		await incidents.reload();
		return incidents;
	}
}

suite('command line', () => {
	const id = 'inc-20261123-0314-down';

	test('show prints the contract', async () => {
		const shown = (await new Desk().run('show', 'RUNBOOK.md')) as Record<string, unknown>;
		assert.equal(shown['title'], 'R');
		assert.deepEqual(Object.keys((shown['phases'] as object[])[0] ?? {}), [
			'title',
			'window',
			'line',
			'groups',
		]);
		assert.deepEqual(shown['problems'], []);
	});

	test('declare, tick, note, status, timeline, resolve, postmortem', async () => {
		const desk = new Desk();
		assert.deepEqual(
			await desk.run('declare', '--title', 'Down', '--severity', 'sev2', '--role', 'IC=Dana'),
			{ incident: id },
		);
		const ticked = (await desk.run('tick', 'decl')) as { readonly item: string };
		assert.match(ticked.item, /^declare-[0-9a-f]{4}$/);
		await desk.run('tick', 'and', 'how');
		await desk.run('untick', 'and how');
		desk.now += 600_000;
		await desk.run('note', 'it', 'was', 'slow', '--at', '-5m');
		await desk.run('severity', 'SEV-1');
		const status = (await desk.run('status')) as Record<string, unknown>;
		assert.deepEqual(
			[status['severity'], status['status'], status['roles'], status['runbook']],
			['SEV-1', 'investigating', { IC: 'Dana' }, 'RUNBOOK.md'],
		);
		assert.deepEqual(
			(status['items'] as { readonly done: boolean }[]).map(({ done }) => done),
			[true, false],
		);
		assert.match(desk.lines[0] ?? '', /SEV-1 {2}investigating {2}T\+10:00/);
		const timeline = (await desk.run('timeline')) as { readonly text: string; readonly at: string }[];
		assert.deepEqual(timeline[4], { ...timeline[4], at: '2026-11-23T03:19:00.000Z', text: 'it was slow' });
		await desk.run('resolve', '--summary', 'rolled back');
		desk.files.set('POSTMORTEM_TEMPLATE.md', '# Postmortem\n\n**Severity**: [SEV]\n**Root cause**: [why]\n');
		const drafted = (await desk.run('postmortem')) as {
			readonly file: string;
			readonly open: readonly unknown[];
		};
		assert.equal(drafted.file, 'postmortems/2026-11-23-down.md');
		assert.match(desk.files.get(drafted.file) ?? '', /\*\*Severity\*\*: SEV-1\n/);
		await assert.rejects(desk.run('postmortem'), /exists already and was not touched/);
		await desk.run('postmortem', '--force');
	});

	test('skip, add, assign, status, milestones, acknowledgement, undo, reopen and close', async () => {
		const desk = new Desk();
		desk.files.set(
			'RUNBOOK.md',
			`${runbook}\n## Roles\n### Incident Commander (IC)\n**Responsibilities**:\n- lead\n`,
		);
		await desk.run(
			'declare',
			'--title',
			'Down',
			'--kind',
			'drill',
			'--impact-started',
			'-20m',
			'--role',
			'ic=Dana',
		);
		await desk.run('skip', 'decl', '--why', 'said already');
		const added = (await desk.run('add', 'Call the bank')) as { readonly item: string };
		assert.match(added.item, /^added-/);
		await desk.run('tick', 'bank');
		await desk.run('assign', 'IC=Kim Lee');
		await desk.run('set-status', 'monitoring');
		await desk.run('milestone', 'detected', '--at', '-10m');
		await desk.run('ack', '--by', 'Kim Lee');
		const status = (await desk.run('status')) as Record<string, unknown>;
		const items = status['items'] as readonly { readonly state: string; readonly why?: string }[];
		assert.deepEqual(
			items.map(({ state, why }) => [state, why]),
			[
				['skipped', 'said already'],
				['open', undefined],
				['done', undefined],
			],
		);
		assert.deepEqual(
			[status['kind'], status['status'], status['roles']],
			['drill', 'monitoring', { 'Incident Commander': 'Kim Lee' }],
		);
		assert.deepEqual(status['milestones'], {
			impactStartedAt: '2026-11-23T02:54:00.000Z',
			declaredAt: '2026-11-23T03:14:00.000Z',
			mitigatedAt: '2026-11-23T03:14:00.000Z',
			detectedAt: '2026-11-23T03:04:00.000Z',
			acknowledgedAt: '2026-11-23T03:14:00.000Z',
		});
		assert.deepEqual(
			desk.lines.filter((line) => line.startsWith('  [')).map((line) => line.slice(2, 5)),
			['[-]', '[ ]', '[x]'],
		);
		await desk.run('undo');
		assert.deepEqual(desk.lines, ['Undone: Acknowledged by Kim Lee']);
		await desk.run('resolve');
		await desk.run('reopen', '--incident', id, '--why', 'errors again');
		await desk.run('resolve');
		await desk.run('close', '--incident', id);
		const ended = (await desk.run('status', '--incident', id)) as Record<string, unknown>;
		assert.equal(ended['status'], 'closed');
	});

	test('export gives the whole record and its state, or the state as Markdown', async () => {
		const desk = new Desk();
		await desk.run('declare', '--title', 'Down', '--severity', 'sev2', '--role', 'IC=Dana');
		await desk.run('tick', 'decl');
		desk.now += 300_000;
		await desk.run('note', 'slow | and \u202edetrevni', '--at', '-2m');
		await desk.run('resolve');
		const whole = (await desk.run('export')) as {
			readonly events: readonly { readonly type: string; readonly id: string }[];
			readonly state: Record<string, unknown>;
		};
		assert.deepEqual(
			whole.events.map(({ type }) => type),
			['declared', 'itemDone', 'noteAdded', 'resolved'],
		);
		assert.deepEqual(whole.state['milestones'], {
			declaredAt: '2026-11-23T03:14:00.000Z',
			resolvedAt: '2026-11-23T03:19:00.000Z',
		});
		assert.deepEqual(whole.state['roles'], { IC: 'Dana' });
		assert.deepEqual(JSON.parse(desk.lines.join('\n')), whole);
		assert.doesNotMatch(desk.lines.join(), /\u202e/);
		await desk.run('export', '--markdown', '--incident', id);
		assert.match(desk.lines.join('\n'), /^# Down\n[^]*\| Severity \| SEV-2 \|\n[^]*slow \\\| and detrevni/);
	});

	test('due and update: the clocks of the runbook, counted from the last update', async () => {
		const desk = new Desk();
		desk.files.set('RUNBOOK.md', `${runbook}\n## Update Frequency\n- **SEV-2**: Every 30 minutes\n`);
		await desk.run('declare', '--title', 'Down', '--severity', 'SEV-2', '--role', 'IC=Dana');
		desk.now += 31 * 60_000;
		const before = (await desk.run('due')) as { readonly due: readonly Record<string, unknown>[] };
		assert.deepEqual(before.due[0], {
			id: 'update:internal',
			kind: 'update',
			title: 'Internal update',
			everyMin: 30,
			because: 'SEV-2: every 30 min',
			line: 8,
			action: { kind: 'postUpdate', audience: 'internal' },
			from: '2026-11-23T03:14:00.000Z',
			dueAt: '2026-11-23T03:44:00.000Z',
			remindAt: '2026-11-23T03:44:00.000Z',
			inMin: -1,
			late: true,
		});
		assert.deepEqual(desk.lines.slice(0, 2), [
			`${id}  SEV-2  investigating  T+31:00`,
			'Internal update: late by 1 min (SEV-2: every 30 min, runbook line 8)',
		]);
		const told = await desk.run('update', 'rolling', 'back', '--at', '-5m');
		assert.deepEqual(told, {
			incident: id,
			audience: 'internal',
			nextDueAt: '2026-11-23T04:10:00.000Z',
		});
		assert.deepEqual(desk.lines, ['Recorded for internal; the next one is due in 25 min.']);
		await desk.run('update', 'we are on it', '--audience', 'status-page');
		assert.deepEqual(desk.lines, ['Recorded for status page.']);
		desk.files.clear();
		await desk.run('due');
		assert.match(desk.warnings.join(), /^RUNBOOK\.md cannot be read/);
		assert.match(desk.lines.join(), /Nothing is due/);
	});

	test('with several open, says which', async () => {
		const desk = new Desk();
		await desk.run('declare', '--title', 'Down');
		await desk.run('declare', '--title', 'Down');
		await assert.rejects(desk.run('status'), /^UserError: Several incidents are open: .*down-2 \(Down\)/);
		await desk.run('note', 'x', '--incident', `${id}-2`);
		await assert.rejects(desk.run('note', 'x', '--incident', 'inc-nope'), /no incident “inc-nope”/);
	});

	test('without a runbook there is still an incident', async () => {
		const desk = new Desk();
		desk.files.clear();
		await desk.run('declare', '--title', 'Down');
		assert.match(desk.lines.join(), /No runbook was found/);
		await assert.rejects(desk.run('tick', 'x'), /No item/);
	});

	const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
		['no incident', ['status'], /^No incident is open here/],
		['no title', ['declare'], /^--title is missing/],
		['a bad severity', ['declare', '--title', 'x', '--severity', 'S3'], /“S3” is not a severity/],
		['a bad role', ['declare', '--title', 'x', '--role', 'Dana'], /given as ROLE=NAME/],
		['a file that is not there', ['show', 'x.md'], /^x\.md cannot be read/],
		['an unknown option', ['status', '--x'], /no option --x/],
		['an option without a value', ['note', 'x', '--at'], /--at needs a value/],
		['a future time', ['note', 'x', '--at', '2036-01-01T00:00:00Z'], /--at takes a time that has passed/],
		['a bad kind', ['declare', '--title', 'x', '--kind', 'fun'], /--kind takes real, drill, backfilled/],
		['a skip without a reason', ['skip', 'x'], /--why is missing/],
		['a status that is none', ['set-status', 'fine'], /“fine” is no status/],
		['a status with a verb of its own', ['set-status', 'resolved'], /with the verb “resolve”/],
		['a milestone that is none', ['milestone', 'lunch'], /“lunch” is no milestone/],
		[
			'an audience nobody has heard of',
			['update', 'x', '--audience', 'press'],
			/--audience takes one of internal, status-page/,
		],
		['an empty update', ['update', ' '], /The update is empty/],
		['a missing word', ['show'], /^FILE is missing/],
		['a word too many', ['show', 'a', 'b'], /“b” is one word too many/],
		['a bad number', ['deploys', '--limit', '0'], /--limit takes a whole number/],
		['a bad time', ['deploys', '--onset', 'now'], /--onset takes a time/],
	];
	for (const [what, argv, message] of refusals) {
		test(`refuses ${what} in one sentence`, () => assert.rejects(new Desk().run(...argv), { message }));
	}
});
