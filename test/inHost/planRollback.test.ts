// A rollback from the first question to the branch, on a real repository: nothing but the branch may change.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { withAnswers } from './dialogs';
import { does, folder, recordedOf, showRunbook, trustedOnly, until } from './record';

const git = (...args: readonly string[]): string =>
	execFileSync('git', args, { cwd: folder(), encoding: 'utf8' }).trim();
const refs = (): readonly string[] => git('for-each-ref', '--format=%(refname) %(objectname)').split('\n');

/** Index and work tree byte by byte, and where HEAD is. */
function filesOf(): Readonly<Record<string, string>> {
	const names = git('ls-files', '-z', '--cached', '--others').split('\0').filter(Boolean);
	const texts = names.map((name) => [name, fs.readFileSync(path.join(folder(), name), 'latin1')] as const);
	const index = fs.readFileSync(path.join(folder(), '.git/index'), 'latin1');
	return { ...Object.fromEntries(texts), index, HEAD: git('symbolic-ref', 'HEAD') };
}

suite('Plan Rollback', () => {
	trustedOnly();
	let before: readonly string[] = [];
	const ways = { script: '$(terminal)', branch: '$(git-branch)', elsewhere: '$(clippy)' };

	suiteSetup(async () => {
		await showRunbook();
		await does('declareIncident', {
			inputs: ['Pickup codes are late', '-5m'],
			picks: ['SEV-2', '\n', '\n', '\n'],
			buttons: ['Declare'],
		});
		before = refs();
	});
	suiteTeardown(async () => {
		await does('resolveIncident', { inputs: ['', ''], buttons: ['Resolve'] });
		for (const ref of refs().filter((name) => !before.includes(name)))
			git('update-ref', '-d', ref.split(' ')[0] ?? '');
	});

	test('Escape at each question leaves everything as it was', async () => {
		const files = filesOf();
		const steps = ['$(arrow-right)', '', ways.branch, '\n'];
		for (let known = 0; known <= steps.length; known++) {
			const { events } = await does('planRollback', {
				picks: steps.slice(0, known),
				buttons: ['Choose How…'],
			});
			assert.deepEqual(events, []);
		}
		assert.deepEqual(refs(), before);
		assert.deepEqual(filesOf(), files);
	});

	test('a revert branch: exactly what was shown, in the record, and nothing else changed', async () => {
		const files = filesOf();
		const { events, messages, picks } = await does('planRollback', {
			picks: ['$(arrow-right)', '', ways.branch, 'Parent 1'],
			buttons: ['Choose How…', 'Make Branch'],
		});
		const [event] = events;
		assert.ok(event?.type === 'rollbackPlanned', messages.join('\n'));
		const [name = '', commit = ''] = event.data.detail.split(' ');
		assert.equal(event.data.way, 'revert branch');
		assert.ok((picks[1] ?? []).length > 3);
		assert.match(messages[0] ?? '', /This does not undo:\n• .*/);
		assert.ok(messages[1]?.startsWith(`Make the branch ${name}?`), messages[1]);
		assert.match(messages[2] ?? '', /has no remote, so it cannot be pushed from here/);
		assert.deepEqual(
			refs().filter((ref) => !before.includes(ref)),
			[`refs/heads/${name} ${commit}`],
		);
		assert.match(
			git('log', '-1', '--format=%B', commit),
			/This reverts commit [^]*Incident: Pickup codes are late/,
		);
		assert.deepEqual(filesOf(), files);
	});

	test('the same once more is refused: the branch is there', async () => {
		const { events, messages } = await does('planRollback', {
			picks: ['$(arrow-right)', '', ways.branch, 'Parent 1'],
			buttons: ['Choose How…', 'Make Branch'],
		});
		assert.deepEqual(events, []);
		assert.match(messages.join('\n'), /exists already/);
	});

	test('leaving at the question whether to push sends nothing', async () => {
		const remote = fs.mkdtempSync(path.join(os.tmpdir(), 'remote-'));
		git('init', '-q', '--bare', remote);
		git('remote', 'add', 'leftAlone', remote);
		for (const ref of refs().filter((name) => !before.includes(name)))
			git('update-ref', '-d', ref.split(' ')[0] ?? '');
		try {
			const { messages, buttons } = await does('planRollback', {
				picks: ['$(arrow-right)', '', ways.branch, 'Parent 1'],
				buttons: ['Choose How…', 'Make Branch'],
			});
			assert.match(messages[2] ?? '', /Push it to leftAlone\?\nThis runs:\n\ngit .*push/);
			assert.deepEqual(buttons[2], ['Push to leftAlone']);
			assert.equal(git('--git-dir', remote, 'for-each-ref'), '');
		} finally {
			git('remote', 'remove', 'leftAlone');
		}
	});

	test('the deploy that carries it brings the milestone, once', async function () {
		this.timeout(60_000);
		const commit = recordedOf('rollbackPlanned').at(-1)?.data.detail.split(' ')[1] ?? '';
		git('tag', 'v99.0', commit);
		const mitigated = () => recordedOf('milestoneSet').filter(({ data }) => data.milestone === 'mitigatedAt');
		const known = mitigated().length;
		const { messages } = await withAnswers({ buttons: ['Mark as Mitigated'] }, () =>
			until(() => mitigated().length > known),
		);
		assert.match(messages.join('\n'), /^“.+”: the revert of .* is in v99\.0\./);
		assert.equal(recordedOf('rollbackRecorded').at(-1)?.data.succeeded, true);
	});

	test('handed over: the facts are copied, and whom it was given to is recorded', async () => {
		const { events } = await does('planRollback', {
			picks: ['$(arrow-right)', '', ways.elsewhere],
			buttons: ['Choose How…'],
			inputs: ['Argo CD, Kim'],
		});
		assert.ok(events[0]?.type === 'rollbackPlanned');
		assert.equal(events[0].data.detail, 'Argo CD, Kim');
		const copied = await vscode.env.clipboard.readText();
		assert.match(copied, /^Please roll back for the incident “Pickup codes are late”/);
	});

	test('the decision of the runbook comes first, with its criteria', async () => {
		const { events } = await does('planRollback', {
			picks: ['$(law) Rollback', 'Roll back now', 'Wrong doors open', '\n'],
		});
		assert.ok(events[0]?.type === 'decisionMade');
		assert.deepEqual(events[0].data.criteria, ['Wrong doors open']);
	});

	test('suspects from a stack trace on the clipboard; a text without one says so', async () => {
		const source = 'src/server.mjs';
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.env.clipboard.writeText(`Error: late\n    at open (/srv/app/${source}:3:5)\n`);
		const found = await does('findSuspects', { picks: ['Clipboard'] });
		assert.deepEqual(found.messages, []);
		await vscode.env.clipboard.writeText('no trace here');
		const none = await does('findSuspects', { picks: ['Clipboard'] });
		assert.match(none.messages.join('\n'), /No stack trace was found in that text/);
	});

	test('a deploy opens in GitLens when it is there; when nothing else shows it, as our own diff', async () => {
		const sha = git('rev-parse', 'HEAD');
		const deploy = { kind: 'deploy', deploy: { sha, title: 'x', tags: [] } };
		const asked: unknown[] = [];
		const gitLens = vscode.commands.registerCommand(
			'gitlens.showQuickCommitDetails',
			(_, options: unknown) => {
				asked.push(options);
			},
		);
		const commands = vscode.commands as { getCommands: () => Thenable<string[]> };
		const real = commands.getCommands;
		try {
			await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			await does('openHistory', {}, deploy);
			assert.deepEqual(asked, [{ sha, repoPath: folder() }]);
			assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 0);
			commands.getCommands = () => Promise.resolve([]);
			assert.deepEqual((await does('openHistory', {}, deploy)).messages, []);
			await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label.startsWith(sha.slice(0, 10)));
			assert.equal(asked.length, 1);
		} finally {
			commands.getCommands = real;
			gitLens.dispose();
		}
	});

	test('what is deployed against now, and a deploy against the last good one, open as diffs', async () => {
		const head = git('rev-list', '-1', 'HEAD');
		const deploy = { kind: 'deploy', deploy: { sha: head, title: 'x', tags: [] } };
		for (const id of ['comparePreviousGood', 'openChanges'] as const) {
			await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			const { messages } = await does(id, {}, deploy);
			assert.deepEqual(messages, [], id);
			await until(() => vscode.window.tabGroups.activeTabGroup.tabs.length === 1);
		}
	});

	test('a recorded deploy is in the record, by the full id of its commit; what git does not know is not', async () => {
		const sha = git('rev-parse', 'HEAD~1');
		const { events } = await does('recordDeploy', { inputs: ['HEAD'], buttons: ['Record Deploy'] });
		assert.ok(events[0]?.type === 'deployRecorded');
		assert.equal(events[0].data.sha, git('rev-parse', 'HEAD'));
		const short = await does('recordDeploy', { inputs: [sha.slice(0, 12)], buttons: ['Record Deploy'] });
		assert.ok(short.events[0]?.type === 'deployRecorded');
		assert.equal(short.events[0].data.sha, sha);
		for (const name of ['--exec=x', 'nowhere', 'a b']) {
			const { events: none, messages } = await does('recordDeploy', {
				inputs: [name],
				buttons: ['Record Deploy'],
			});
			assert.deepEqual(none, []);
			assert.match(messages.join(), /Git knows no commit/);
		}
	});

	test('a rollback that conflicts opens as documents, and writes nothing', async () => {
		const files = filesOf();
		const known = refs();
		let opened = false;
		for (const sha of git('rev-list', '--first-parent', '-40', 'HEAD').split('\n')) {
			await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			const deploy = { kind: 'deploy', deploy: { sha, title: 'x', tags: [] } };
			const { messages } = await does('showConflicts', {}, deploy);
			opened = messages.length === 0;
			if (opened) break;
			assert.match(messages.join('\n'), /meets no conflicts|no parent/);
		}
		assert.ok(opened);
		await until(() => vscode.window.tabGroups.activeTabGroup.tabs.length === 1);
		const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
		assert.match(tab?.label ?? '', /^Conflicts of taking back [0-9a-f]{10}: nothing is written/);
		assert.deepEqual(filesOf(), files);
		assert.deepEqual(refs(), known);
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});
});
