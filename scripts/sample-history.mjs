// How the sample repository came to be, oldest first. Texts are written against the files in sample/, which are
// the end of the story: sample-stream.mjs undoes the changes one by one to find the beginning.
import { olderHistory } from './sample-history-old.mjs';
import { ago, change, insert, runbook, undo } from './sample-words.mjs';

const availability = `'GET /availability': () => [200, { free: reservations.free }],`;
const cachedAvailability = [
	change('src/server.mjs', availability, `'GET /availability': () => cachedAvailability(Date.now()),`),
	insert(
		'src/server.mjs',
		'const reservations = new Reservations(service, 48);\n',
		`const cacheMs = 30_000;
let availability = { free: 0, until: 0 };

function cachedAvailability(now) {
	if (availability.until <= now) availability = { free: reservations.free, until: now + cacheMs };
	return [200, { free: availability.free }];
}
`,
	),
];

/**
 * A step is a commit on main, or a pull request: `commits` on `branch`, merged with a merge commit.
 * `behind` is how many steps main had moved on since the branch was cut; `tag` marks a deploy.
 */
export const history = [
	...olderHistory,
	{
		pull: 139,
		branch: 'idempotent-reservations',
		who: 'jun',
		ago: ago(7, 21),
		title: 'One retry, one compartment',
		tag: 'v3.7.0',
		commits: [
			{
				who: 'maren',
				ago: ago(8, 22),
				title: 'Remember the idempotency key of a reservation',
				added: ['migrations/0002_idempotency_key.sql'],
				changes: [
					insert('src/reservations.mjs', '\t#byCode = new Map();\n', '\t#byKey = new Map();\n'),
					change(
						'src/reservations.mjs',
						'\treserve(courier, now) {\n',
						`	/** The same idempotency key always answers with the same reservation. */
	reserve(idempotencyKey, now) {
		const earlier = this.#byKey.get(idempotencyKey);
		if (earlier) return earlier;
`,
					),
					change('src/reservations.mjs', 'pickupCode(), courier,', 'pickupCode(), key: idempotencyKey,'),
					insert(
						'src/reservations.mjs',
						'\t\tthis.#byCode.set(reservation.code, reservation);\n',
						'\t\tthis.#byKey.set(idempotencyKey, reservation);\n',
					),
					insert(
						'src/reservations.mjs',
						'\t\tthis.#byCode.delete(reservation.code);\n',
						'\t\tthis.#byKey.delete(reservation.key);\n',
					),
				],
			},
			{
				who: 'maren',
				ago: ago(8, 19),
				title: 'Require the Idempotency-Key header',
				changes: [
					change(
						'src/server.mjs',
						`(url) => {
		const reservation = reservations.reserve(url.searchParams.get('courier'), Date.now());`,
						`(url, headers) => {
		const key = headers['idempotency-key'];
		if (!key) return [400, { error: 'Send an Idempotency-Key header.' }];
		const reservation = reservations.reserve(key, Date.now());`,
					),
					change('src/server.mjs', 'return route(url);', 'return route(url, request.headers);'),
					change(
						'test/reservations.test.mjs',
						`\n\ntest('a pick-up code opens the door once'`,
						`

test('the same key never takes a second compartment', () => {
	const reservations = new Reservations({ hold_minutes: 20 }, 2);
	const first = reservations.reserve('van-1', beforeMidnight);
	assert.equal(reservations.reserve('van-1', beforeMidnight + minute), first);
	assert.equal(reservations.free, 1);
});

test('a pick-up code opens the door once'`,
					),
				],
			},
		],
	},
	{
		pull: 143,
		branch: 'cache-availability',
		who: 'maren',
		ago: ago(2, 2),
		title: 'Cache locker availability for 30 seconds',
		tag: 'v3.8.0',
		commits: [
			{
				id: 'cache',
				who: 'tomasz',
				ago: ago(2, 20),
				title: 'Cache locker availability for 30 seconds',
				body: 'The depot screens ask every second and get the same answer.',
				changes: cachedAvailability,
			},
		],
	},
	{
		who: 'maren',
		ago: ago(1, 6),
		title: 'Ask for the severity again at every update',
		changes: [
			insert(
				runbook,
				'- [ ] **Brief support**: what callers will report and what to answer\n',
				'- [ ] **Revisit severity**: ask the IC whether the level still fits\n',
			),
		],
	},
	{
		pull: 145,
		branch: 'revert-143-cache-availability',
		who: 'jun',
		ago: ago(1),
		title: 'Revert "Cache locker availability for 30 seconds"',
		tag: 'v3.8.1',
		commits: [
			{
				who: 'priya',
				ago: ago(1, 0, 35),
				title: 'Revert "Cache locker availability for 30 seconds"',
				reverts: 'cache',
				body: 'Couriers drove to walls that had filled up within the half minute.',
				changes: cachedAvailability.map(undo).reverse(),
			},
		],
	},
	{
		pull: 146,
		branch: 'hold-until',
		who: 'tomasz',
		ago: ago(0, 3),
		title: 'Store when a hold ends instead of computing it',
		tag: 'v3.9.0',
		commits: [
			{
				who: 'jun',
				ago: ago(0, 7, 10),
				title: 'Add hold_until to reservations',
				body: 'Migration 0003 is not backwards compatible, see the comment in it.',
				added: ['migrations/0003_hold_until.sql'],
				changes: [
					change('src/reservations.mjs', 'createdAt: now }', 'holdUntil: now + this.holdMs }'),
					change(
						'src/reservations.mjs',
						'reservation.createdAt + this.holdMs <= now',
						'reservation.holdUntil <= now',
					),
				],
			},
			{
				who: 'jun',
				ago: ago(0, 6, 40),
				title: 'Say why v3.9.0 is a one-way step',
				changes: [
					change(
						'runbooks/ROLLBACK.md',
						'Ask the database on-call before you override it.',
						`It has a reason: releases
before v3.9.0 would let every held compartment go at once, and couriers would arrive at full walls.`,
					),
				],
			},
		],
	},
	{
		pull: 148,
		branch: 'right-size-pool',
		behind: 1,
		who: 'priya',
		ago: ago(0, 0, 25),
		title: 'Right-size the connection pool',
		tag: 'v3.9.1',
		commits: [
			{
				who: 'maren',
				ago: ago(0, 20, 15),
				title: 'Fit the pool to the database plan of next quarter',
				body: 'It will allow 60 connections: six instances with 8 each, and the rest for the console.',
				changes: [
					change('config/pool.conf', 'pool_size=40', 'pool_size=8'),
					change('config/pool.conf', 'idle_timeout_ms=60000', 'idle_timeout_ms=30000'),
				],
			},
			{
				who: 'maren',
				ago: ago(0, 19, 50),
				title: 'Give up on a connection after 300 ms',
				body: 'Waiting longer helps nobody, the handheld retries anyway.',
				changes: [
					change('config/pool.conf', 'acquire_timeout_ms=2000', 'acquire_timeout_ms=300'),
					insert(
						'test/pool.test.mjs',
						`	assert.equal(pool.stats().waiting, 0);
});
`,
						`
test('a request that waits too long is refused', async () => {
	const pool = new Pool({ pool_size: 1, acquire_timeout_ms: 5 });
	await pool.acquire();
	await assert.rejects(pool.acquire(), /within 5 ms/);
});
`,
					),
				],
			},
		],
	},
];
