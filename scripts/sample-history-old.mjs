// Three weeks to eleven days before now; see sample-history.mjs.
import { ago, change, insert, runbook } from './sample-words.mjs';

export const olderHistory = [
	{
		who: 'maren',
		ago: ago(21),
		title: 'Start the reservation service out of the booking monolith',
		tag: 'v3.4.0',
		added: ['.gitignore', 'README.md', 'package.json', 'config/pool.conf', 'config/service.conf']
			.concat(['migrations/0001_reservations.sql', 'src/config.mjs', 'src/pickupCode.mjs', 'src/pool.mjs'])
			.concat(['src/reservations.mjs', 'src/server.mjs']),
	},
	{
		who: 'maren',
		ago: ago(20, 21),
		title: 'Bring over the incident runbook',
		added: [
			runbook,
			'runbooks/DEPLOY.md',
			'runbooks/INCIDENT_SEVERITY.md',
			'runbooks/POSTMORTEM_TEMPLATE.md',
		],
	},
	{
		pull: 131,
		branch: 'no-overbooking',
		who: 'priya',
		ago: ago(19, 2),
		title: 'Never reserve more compartments than a wall has',
		tag: 'v3.5.0',
		commits: [
			{
				who: 'tomasz',
				ago: ago(19, 6),
				title: 'Answer 409 when the locker is full',
				added: ['test/reservations.test.mjs'],
				changes: [
					insert(
						'src/reservations.mjs',
						'\t\tthis.#expire(now);\n',
						'\t\tif (this.free === 0) return undefined;\n',
					),
					change(
						'src/server.mjs',
						'return [201, { code: reservation.code }];',
						`return reservation ? [201, { code: reservation.code }] : [409, { error: 'The locker is full.' }];`,
					),
				],
			},
		],
	},
	{
		pull: 133,
		branch: 'pool-stats',
		who: 'maren',
		ago: ago(17, 20),
		title: 'Show the connection pool in /health',
		tag: 'v3.5.1',
		commits: [
			{
				who: 'priya',
				ago: ago(18, 1),
				title: 'Count the requests that wait for a connection',
				added: ['test/pool.test.mjs'],
				changes: [
					change(
						'src/pool.mjs',
						'\t#wait(resolve, reject) {',
						`	stats() {
		return { size: this.size, inUse: this.#inUse, waiting: this.#waiting.length };
	}

	#wait(resolve, reject) {`,
					),
					change('src/server.mjs', `[200, { status: 'up' }]`, '[200, { pool: pool.stats() }]'),
				],
			},
		],
	},
	{
		pull: 134,
		branch: 'bigger-pool',
		who: 'jun',
		ago: ago(15, 22),
		title: 'Raise the pool for the holiday peak',
		tag: 'v3.6.0',
		commits: [
			{
				who: 'tomasz',
				ago: ago(16, 1),
				title: 'Raise the pool to 40 connections',
				body: 'The evening peak had 28 requests at once and 20 connections; eight of them waited.',
				changes: [
					change('config/pool.conf', 'pool_size=20', 'pool_size=40'),
					change('config/pool.conf', 'acquire_timeout_ms=1000', 'acquire_timeout_ms=2000'),
				],
			},
		],
	},
	{
		who: 'jun',
		ago: ago(14, 3),
		title: 'Correct the number of the database on-call',
		changes: [change(runbook, '+1-555-0124', '+1-555-0142')],
	},
	{
		pull: 136,
		branch: 'emergency-scripts',
		who: 'priya',
		ago: ago(12, 5),
		title: 'Scripts for the first ten minutes of an incident',
		commits: [
			{
				who: 'jun',
				ago: ago(13, 2),
				title: 'Add a health check, a rollback and a switch for new reservations',
				added: [
					'check-migrations.sh',
					'deploy.sh',
					'flag.sh',
					'health-check.sh',
					'lib/host.sh',
					'rollback.sh',
				]
					.map((name) => `scripts/${name}`)
					.concat(['ops/traffic.conf', 'runbooks/ROLLBACK.md']),
			},
			{
				who: 'tomasz',
				ago: ago(12, 23),
				title: 'Compare the two newest releases during triage',
				added: ['scripts/compare-releases.sh', 'runbooks/TRIAGE_CHECKLIST.md'],
				changes: [
					insert('README.md', 'afterwards |\n', '| `scripts/` | deploy, roll back, check, pause |\n'),
				],
			},
		],
	},
	{
		pull: 137,
		branch: 'readable-codes',
		behind: 1,
		who: 'tomasz',
		ago: ago(10, 22),
		title: 'Pick-up codes without look-alike characters',
		tag: 'v3.6.1',
		commits: [
			{
				who: 'priya',
				ago: ago(12, 8),
				title: 'Leave look-alike characters out of pick-up codes',
				body: 'One in nine calls to support was an O typed as a zero.',
				changes: [
					change(
						'src/pickupCode.mjs',
						`const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';`,
						`// No 0/O, 1/I/L or 5/S: codes are read from a phone and typed on a worn keypad.
const alphabet = '2346789ABCDEFGHJKMNPQRTUVWXYZ';`,
					),
					change('test/reservations.test.mjs', '/^[0-9A-Z]{6}$/', '/^[2346789A-HJKMNP-RT-Z]{6}$/'),
				],
			},
		],
	},
];
