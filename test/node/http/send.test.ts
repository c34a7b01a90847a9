// Real servers on loopback: what arrives there, and what is made of what they answer.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isNoAnswer } from '../../../src/core/comms/noAnswer';
import { isUserError } from '../../../src/core/userError';
import { isPublicAddress } from '../../../src/node/http/publicAddress';
import { sendRequest } from '../../../src/node/http/send';

const options = { allowPrivate: true, timeoutMs: 2000 };
const post = (url: string, body = '{}') => ({
	method: 'POST' as const,
	url,
	headers: { 'content-type': 'application/json' },
	body,
});

suite('sending a request', () => {
	let server: Server;
	let base = '';
	let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
	let connections = 0;
	setup(async () => {
		connections = 0;
		server = createServer((request, response) => answer(request, response));
		server.on('connection', () => connections++);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	teardown(() => {
		server.closeAllConnections();
		server.close();
	});

	test('body and headers arrive, status and body come back', async () => {
		const seen: string[] = [];
		answer = (request, response) => {
			let body = '';
			request.on('data', (part) => (body += String(part)));
			request.on('end', () => {
				seen.push(request.method ?? '', request.headers['content-type'] ?? '', body);
				response.writeHead(429, { 'Retry-After': '7' }).end('slow down');
			});
		};
		const response = await sendRequest(post(base, '{"text":"größer 🔥"}'), options);
		assert.deepEqual(seen, ['POST', 'application/json', '{"text":"größer 🔥"}']);
		assert.deepEqual(
			[response.status, response.headers['retry-after'], response.body],
			[429, '7', 'slow down'],
		);
	});

	test('a redirect is an answer, and is not followed', async () => {
		let asked = 0;
		answer = (_, response) => {
			asked++;
			response.writeHead(302, { location: `${base}/other` }).end();
		};
		assert.equal((await sendRequest(post(base), options)).status, 302);
		assert.equal(asked, 1);
	});

	const failure = async (url: string, change: Partial<typeof options> = {}): Promise<[boolean, string]> => {
		try {
			await sendRequest(post(url), { ...options, ...change });
		} catch (error) {
			if (isNoAnswer(error)) return [error.wasSent, error.message];
			throw error;
		}
		return assert.fail('there was an answer');
	};

	test('nobody listens: it cannot have arrived', async () => {
		const port = (server.address() as AddressInfo).port;
		server.close();
		await new Promise((resolve) => setImmediate(resolve));
		const [wasSent, message] = await failure(`http://127.0.0.1:${port}`);
		assert.deepEqual(
			[wasSent, message],
			[false, `127.0.0.1:${port} was not reached: it refuses the connection.`],
		);
	});
	test('no answer in time: it may have arrived', async () => {
		answer = () => undefined;
		const [wasSent, message] = await failure(base, { timeoutMs: 100 });
		assert.deepEqual([wasSent, /did not answer in time/.test(message)], [true, true]);
	});
	test('cut off before the answer: it may have arrived', async () => {
		answer = (request) => request.socket.destroy();
		assert.equal((await failure(base))[0], true);
	});
	test('cut off in the middle of the answer: it may have arrived', async () => {
		answer = (request, response) => {
			response.writeHead(200, { 'content-length': '100' }).write('half');
			setTimeout(() => request.socket.destroy(), 20);
		};
		assert.equal((await failure(base))[0], true);
	});
	test('an answer without end is cut off', async () => {
		answer = (_, response) => response.end('x'.repeat(10_000_000));
		assert.equal((await failure(base))[0], true);
	});
	test('https to something that speaks none: it cannot have arrived', async () => {
		assert.deepEqual(await failure(base.replace('http:', 'https:')), [
			false,
			`${new URL(base).host} was not reached: it does not speak https.`,
		]);
	});

	test('what leads into a private network is refused, and nothing connects', async () => {
		const { port } = server.address() as AddressInfo;
		const hosts = [
			'127.0.0.1',
			'127.1',
			'2130706433',
			'0x7f000001',
			'0177.0.0.1',
			'0',
			'0.0.0.0',
			'localhost',
			'localhost.',
			'LOCALHOST',
			'[::1]',
			'[::]',
			'[0:0:0:0:0:0:0:1]',
			'[::ffff:127.0.0.1]',
			'[::ffff:7f00:1]',
			'[::127.0.0.1]',
			'[64:ff9b::7f00:1]',
			'[2002:7f00:1::]',
			'10.0.0.1',
			'10.255.255.255',
			'172.16.0.1',
			'172.31.255.254',
			'192.168.0.1',
			'192.168.255.255',
			'169.254.169.254',
			'169.254.0.1',
			'100.64.0.1',
			'100.127.255.255',
			'192.0.0.1',
			'192.0.2.1',
			'198.18.0.1',
			'198.51.100.1',
			'203.0.113.1',
			'224.0.0.1',
			'239.1.1.1',
			'240.0.0.1',
			'255.255.255.255',
			'[fc00::1]',
			'[fd12:3456::1]',
			'[fe80::1]',
			'[fec0::1]',
			'[ff02::1]',
			'[2001:db8::1]',
			'[100::1]',
			'[::ffff:10.0.0.1]',
			'[::ffff:a00:1]',
			'[::ffff:169.254.169.254]',
			'[::ffff:a9fe:a9fe]',
			'[64:ff9b::a00:1]',
			'[64:ff9b:1::1]',
			'[2002:a00:1::]',
			'[2001::1]',
			'127.127.127.127',
			'127.0.0.0',
			'0x7f.1',
			'017700000001',
			'0300.0250.0.1',
			'0xa9fea9fe',
			'2852039166',
			'3232235521',
			'１２７.0.0.1',
		];
		assert.ok(hosts.length >= 60);
		for (const host of hosts) {
			await assert.rejects(
				sendRequest(post(`https://${host}:${port}/`), { ...options, allowPrivate: false }),
				(error) =>
					(isUserError(error) && /nothing was sent/.test(error.message)) ||
					(isNoAnswer(error) && !error.wasSent),
				host,
			);
		}
		assert.equal(connections, 0);
	});

	for (const [url, message] of [
		['http://example.com/', /is not https, so nothing was sent/],
		['ftp://example.com/', /is not https/],
		['https://user:pw@example.com/', /user name/],
		['nonsense', /cannot be read/],
	] as const) {
		test(`refuses ${url}`, () =>
			assert.rejects(sendRequest(post(url), { ...options, allowPrivate: false }), message));
	}
	test('what it says never holds the path, which may be the secret', async () => {
		const [, message] = await failure(`${base}/T000/B000/secret`.replace('http:', 'https:'));
		assert.doesNotMatch(message, /secret/);
	});
});

suite('public addresses', () => {
	for (const address of [
		'8.8.8.8',
		'1.1.1.1',
		'172.15.0.1',
		'172.32.0.1',
		'100.128.0.1',
		'2606:4700::1111',
		'::ffff:8.8.8.8',
	])
		test(`${address} is one`, () => assert.ok(isPublicAddress(address)));
	for (const address of ['', 'localhost', '10.0.0.256', '1.1.1', 'fe80::1%eth0'])
		test(`“${address}” is none`, () => assert.ok(!isPublicAddress(address)));
});
