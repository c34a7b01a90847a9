import type { EventData, EventType } from '../../src/core/incident/events';

export const item = { item: 'a', text: 'Alpha' };
export const run = { run: 'r', title: 'Roll back', sha256: 'f00' };
const deploy = { sha: 'c0ffee00c0ffee00', title: 'New pool' };
export const rollback = { ...deploy, way: 'script', detail: './rollback.sh' } as const;
export const reference = {
	path: 'R.md',
	sha256: 'one',
	items: [{ id: 'a', text: 'Alpha', path: ['First'] }],
};
const action = { text: 'Alert on the pool', owner: 'Kim', due: '2026-12-01', kind: 'detect' } as const;

/** One example of every event: a new one without an example does not compile. */
export const examples: { readonly [T in EventType]: readonly [data: EventData[T], line: string] } = {
	declared: [
		{ title: 'Down', severity: 'SEV-2', roles: [], runbook: reference, kind: 'drill' },
		'milestone Drill started: Down (SEV-2)',
	],
	severityChanged: [{ severity: 'SEV-1' }, 'milestone Severity is now SEV-1'],
	statusChanged: [{ status: 'monitoring' }, 'milestone Status is now monitoring'],
	milestoneSet: [
		{ milestone: 'detectedAt', at: 60_000, before: undefined },
		'milestone Detected: 1970-01-01 00:01 UTC',
	],
	resolved: [{ summary: 'Rolled back' }, 'milestone Resolved: Rolled back'],
	reopened: [{ why: 'errors again' }, 'milestone Reopened: errors again'],
	closed: [{}, 'milestone Closed'],
	linked: [{ relation: 'duplicate of', incident: 'inc-other' }, 'milestone Linked: duplicate of inc-other'],
	roleAssigned: [{ role: 'IC', person: 'Dana' }, 'role IC: Dana'],
	roleOffered: [{ role: 'IC', to: 'Kim', brief: 'pool' }, 'role IC is offered to Kim'],
	roleAccepted: [{ role: 'IC', person: 'Kim', offer: 'e1' }, 'role Kim has taken over as IC'],
	itemStarted: [item, 'item Started: Alpha'],
	itemDone: [item, 'item Done: Alpha'],
	itemReopened: [item, 'item Not done after all: Alpha'],
	itemSkipped: [{ ...item, why: 'no bridge' }, 'item Skipped: Alpha (no bridge)'],
	itemAdded: [
		{ item: 'added-1', text: 'Call the bank', path: [], dueAt: undefined },
		'item Added: Call the bank',
	],
	runbookRevised: [
		{ path: 'R.md', from: 'one', to: 'two', items: [], unsure: [] },
		'runbook R.md was changed; it has 0 items now',
	],
	noteAdded: [{ text: 'pool exhausted', happenedAt: undefined }, 'note pool exhausted'],
	noteAmended: [{ note: 'e1', text: 'x', happenedAt: undefined }, ''],
	noteRetracted: [{ note: 'e1', why: 'wrong host' }, ''],
	entryPinned: [{ entry: 'e1', pinned: true }, ''],
	undone: [{ of: 'e0', text: 'Done: Alpha' }, ''],
	updatePosted: [
		{ audience: 'internal', text: 'on it', postedAt: undefined },
		'message Update (internal): on it',
	],
	updateSnoozed: [
		{ clock: 'update:internal', title: 'Internal update', until: 600_000 },
		'message Reminder put off until 1970-01-01 00:10 UTC: Internal update',
	],
	escalated: [
		{ level: 2, name: 'Admin', contacts: ['Lee'], why: 'no answer' },
		'escalation Escalated to level 2, Admin (Lee): no answer',
	],
	acknowledged: [{ person: 'Lee' }, 'escalation Acknowledged by Lee'],
	messageQueued: [
		{
			message: 'm',
			device: 'd',
			target: 'chat',
			kind: 'slackWebhook',
			label: 'Slack #incidents',
			purpose: 'update',
			audience: 'internal',
			title: 'Down',
			text: 'on it',
		},
		'message To Slack #incidents: on it',
	],
	messageTried: [{ message: 'm', attempt: 1 }, ''],
	messageSent: [{ message: 'm', vendorId: '17.4' }, ''],
	messageFailed: [
		{ message: 'm', reason: 'Slack said 500', mayHaveArrived: false, retryAt: undefined },
		'message Not sent: Slack said 500',
	],
	messageRetried: [{ message: 'm' }, ''],
	messageDropped: [{ message: 'm', why: 'a newer update' }, 'message Not sent, on purpose: a newer update'],
	scriptApproved: [
		{ title: 'Roll back', sha256: 'f00', approver: 'Dana', owner: 'IC' },
		'script Dana approved “Roll back” (decided by IC)',
	],
	scriptStarted: [run, 'script Started script: Roll back'],
	scriptFinished: [{ ...run, outcome: { kind: 'exited', exitCode: 1 } }, 'script Exit 1 (failed): Roll back'],
	repeatStarted: [
		{ ...run, everyMs: 30_000, okForMs: 0, limitMs: 600_000 },
		'script Repeating check every 30 s until it passes, for 10 min at most: Roll back',
	],
	repeatChanged: [
		{ ...run, outcome: { kind: 'exited', exitCode: 1 }, runs: 3 },
		'script Check 3: exit 1 (failed): Roll back',
	],
	repeatEnded: [
		{ ...run, ending: 'passed', outcome: { kind: 'exited', exitCode: 0 }, runs: 6 },
		'script Passed after 6 checks, last exit 0: Roll back',
	],
	scriptDoneByHand: [
		{ title: 'Roll back', sha256: 'f00', result: 'worked' },
		'script Done by hand, worked: Roll back',
	],
	deploySuspected: [
		{ ...deploy, why: '5 min before', cleared: false },
		'deploy Suspected: c0ffee00c0 New pool (5 min before)',
	],
	deployRecorded: [deploy, 'deploy Deployed: c0ffee00c0 New pool'],
	rollbackPlanned: [rollback, 'deploy Rollback planned (script): c0ffee00c0 New pool'],
	rollbackRecorded: [{ ...rollback, succeeded: true }, 'deploy Rolled back (script): c0ffee00c0 New pool'],
	decisionMade: [
		{
			decision: 'Rollback',
			choice: 'Immediate',
			criteria: ['service down'],
			decidedBy: 'Dana',
			owner: 'IC',
		},
		'decision Dana decided: Immediate (Rollback), because: service down',
	],
	hypothesisAdded: [{ text: 'the pool leaks' }, 'hypothesis Hypothesis: the pool leaks'],
	hypothesisResolved: [
		{ hypothesis: 'e1', text: 'the pool leaks', outcome: 'confirmed', why: undefined },
		'hypothesis Hypothesis confirmed: the pool leaks',
	],
	actionItemAdded: [action, 'action Action item: Alert on the pool (Kim)'],
	actionItemChanged: [
		{ ...action, actionItem: 'e1', done: true },
		'action Action item done: Alert on the pool',
	],
};
