// A real server for each vendor: it checks every request against the vendor's schema and answers as documented.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { IncidentState } from '../../../src/core/incident/model';
import type { AddressInfo } from 'node:net';
import Ajv from 'ajv';
import type { SendContext, Target } from '../../../src/core/comms/target';
import { targetKinds } from '../../../src/core/comms/target';
import { targetRules } from '../../../src/core/comms/targets';
import type { MessagePurpose } from '../../../src/core/incident/model';
import { sendRequest } from '../../../src/node/http/send';
import type { Answer } from '../../support/vendor';
import { vendors } from '../../support/vendors';

const ajv = new Ajv({ strict: false });
const options = { allowPrivate: true, timeoutMs: 3000 };
const nasty =
	'<!channel> @everyone @here *bold* `code` _it_ [x](https://evil.example) <@U1> & 𝓍 \n- [ ] x\n'.repeat(800);

for (const kind of targetKinds) {
	const vendor = vendors[kind];
	const rules = targetRules[kind];

	suite(`${rules.title}, checked against ${vendor.documentation}`, () => {
		const isBody = ajv.compile(vendor.schema);
		let server: Server;
		let base = '';
		let answer: Answer = vendor.good;
		let bodies: unknown[] = [];
		let problems: string[] = [];
		setup(async () => {
			[answer, bodies, problems] = [vendor.good, [], []];
			server = createServer((request, response) => {
				void readBody(request).then((body) => {
					const parsed: unknown = body === '' ? undefined : JSON.parse(body);
					bodies.push(parsed);
					if (!vendor.path.test(request.url ?? '')) problems.push(`path ${request.url}`);
					for (const [name, pattern] of Object.entries(vendor.headers))
						if (!pattern.test(String(request.headers[name]))) problems.push(`header ${name}`);
					if (!isBody(parsed)) problems.push(ajv.errorsText(isBody.errors));
					response.writeHead(answer.status, answer.headers).end(answer.body);
				});
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		});
		teardown(() => {
			server.closeAllConnections();
			server.close();
		});

		const context = (text: string, purpose: MessagePurpose = 'update'): SendContext => {
			const target: Target = { id: 't', kind, label: rules.title, options: vendor.options, baseUrl: base };
			return {
				target,
				secret: vendor.secret,
				message: {
					message: 'm1',
					device: 'd',
					target: 't',
					kind,
					label: rules.title,
					purpose,
					audience: 'internal',
					title: 'Checkout <!channel> is *down*',
					text,
					state: 'waiting',
					tries: 0,
					trying: false,
					mayHaveArrived: false,
					queuedAt: 0,
					by: 'Dana',
				},
				incident: { id: 'inc-story', title: 'Checkout is down', severity: 'SEV-1', status: 'mitigating' },
				key: 'inc-story/m1',
				mayBeSecond: false,
				firstVendorId: undefined,
			};
		};
		const send = async (one: SendContext): Promise<ReturnType<typeof rules.read>> =>
			rules.read(await sendRequest(rules.request(one), options));

		const purposes: readonly MessagePurpose[] =
			kind === 'pagerDuty'
				? ['page', 'acknowledge page', 'resolve page']
				: kind === 'statuspage'
					? ['open status page', 'update status page', 'resolve status page']
					: ['announce', 'update'];
		for (const purpose of purposes) {
			test(`${purpose}: short, nasty and as long as it may be, all to the schema`, async () => {
				const long = 'ä'.repeat(rules.maxLength);
				for (const text of [
					'on it',
					nasty.slice(0, rules.maxLength),
					long,
					'\u{1F525}'.repeat(rules.maxLength / 2),
				]) {
					assert.equal((await send(context(text, purpose))).kind, 'sent');
				}
				assert.deepEqual(problems, []);
			});
		}
		for (const [given, expected, words] of vendor.answers) {
			test(`${given.status} ${given.body.slice(0, 50)}: ${expected}`, async () => {
				answer = given;
				const result = await send(context('on it', purposes[0]));
				assert.equal(result.kind, expected);
				assert.match(result.kind === 'sent' ? '' : result.reason, words);
				assert.doesNotMatch(JSON.stringify(result), new RegExp(vendor.secret.replace(/[^\w]/g, '.')));
			});
		}
		test('one that may be a second one says so, or has a key that keeps it single', async () => {
			await send({ ...context('on it', purposes[0]), mayBeSecond: true });
			const said = /sent again|mayBeSecond":true|"dedup_key"|"runbook_response"/.test(JSON.stringify(bodies));
			assert.ok(said, JSON.stringify(bodies));
		});
		test('a secret that cannot be right is refused with a sentence', () => {
			assert.equal(rules.checkSecret(vendor.secret), undefined);
			for (const wrong of ['', 'x y', 'http://example.com/x'])
				assert.match(rules.checkSecret(wrong) ?? '', /\.$/);
		});
	});
}

suite('what a status page is told', () => {
	const target: Target = {
		id: 't',
		kind: 'statuspage',
		label: 'Page',
		options: { page: 'p' },
		baseUrl: 'http://x',
	};
	const told = (
		message: Partial<SendContext['message']>,
		status: IncidentState['status'],
	): Record<string, unknown> => {
		const context = {
			target,
			message: { title: 'Down', text: 'x', purpose: 'update status page', ...message },
			incident: { id: 'inc', severity: 'SEV-1', status },
		};
		const { body } = targetRules.statuspage.request(context as unknown as SendContext);
		return (JSON.parse(body ?? '') as { incident: Record<string, unknown> }).incident;
	};
	test('subscribers get no mail unless the message says so', () => {
		assert.equal(told({}, 'triage')['deliver_notifications'], false);
		assert.equal(told({ tellsSubscribers: false }, 'triage')['deliver_notifications'], false);
		assert.equal(told({ tellsSubscribers: true }, 'triage')['deliver_notifications'], true);
	});
	const statuses = { triage: 'investigating', mitigating: 'identified', monitoring: 'monitoring' } as const;
	for (const status of ['triage', 'mitigating', 'monitoring'] as const)
		test(`${status} is ${statuses[status]} there`, () =>
			assert.equal(told({}, status)['status'], statuses[status]));
});

suite('what foreign text can do', () => {
	const all = (kind: 'discord' | 'mattermost'): string => {
		const target: Target = { id: 't', kind, label: kind, options: {}, baseUrl: 'http://x' };
		const message = { text: '@everyone <!channel> *x* ~~y~~ `z` [a](b)', title: '' };
		return (
			targetRules[kind].request({ target, message, incident: { id: 'inc' } } as unknown as SendContext)
				.body ?? ''
		);
	};
	test('Discord and Mattermost show it as it stands, and nobody is pinged', () => {
		for (const kind of ['discord', 'mattermost'] as const) {
			const body = all(kind);
			assert.doesNotMatch(body, /@everyone|<!channel|[^\\]\*x\*|[^\\]\[a\]/);
		}
	});
});

function readBody(request: IncomingMessage): Promise<string> {
	return new Promise((resolve) => {
		let body = '';
		request.setEncoding('utf8');
		request.on('data', (part: string) => (body += part));
		request.on('end', () => resolve(body));
	});
}
