// The proxy that VS Code is told of is the one our messages go through: a real one, on loopback, before a real TLS server.
import * as assert from 'node:assert/strict';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import * as tls from 'node:tls';
import * as vscode from 'vscode';
import { startProxy, type LoopbackProxy } from '../support/loopbackProxy';
import { selfSigned } from '../support/selfSigned';
import { withAnswers } from './dialogs';
import { command } from './record';

const host = 'hooks.example.test';
const identity = selfSigned(host);

suite('Proxy', () => {
	const bodies: string[] = [];
	let server: Server;
	let proxy: LoopbackProxy;
	const setHttp = (name: string, value: unknown): Thenable<void> =>
		vscode.workspace.getConfiguration('http').update(name, value, vscode.ConfigurationTarget.Global);

	suiteSetup(async function () {
		if (process.env.HOST_UNTRUSTED === '1') this.skip();
		await vscode.extensions.getExtension('runbook-response.runbook-response')?.activate();
		server = createServer(identity, (request, response) => {
			let body = '';
			request.on('data', (part) => (body += String(part)));
			request.on('end', () => {
				bodies.push(body);
				response.end('{}');
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		proxy = await startProxy((server.address() as AddressInfo).port);
	});
	suiteTeardown(async () => {
		if (process.env.HOST_UNTRUSTED === '1') return;
		for (const name of ['proxy', 'proxyStrictSSL', 'noProxy', 'proxySupport']) await setHttp(name, undefined);
		await withAnswers({ picks: ['Behind the proxy'] }, () => command('disconnectTarget'));
		proxy.close();
		server.close();
	});

	const connect = (): Promise<{ readonly messages: readonly string[] }> =>
		withAnswers(
			{
				picks: ['JSON webhook'],
				inputs: [`https://${host}/secret-path`, 'Behind the proxy'],
				buttons: ['Send Test Message'],
			},
			() => command('connectTarget'),
		);

	test('without a proxy the name is not found, and nothing is asked of the proxy', async () => {
		const { messages } = await connect();
		assert.match(messages.at(-1) ?? '', /hooks\.example\.test was not reached: its name cannot be/);
		assert.deepEqual(proxy.seen, []);
		await withAnswers({ picks: ['Behind the proxy'] }, () => command('disconnectTarget'));
	});

	test('http.proxy is used: a tunnel, through which the certificate is still looked at', async () => {
		await setHttp('proxy', proxy.address);
		await setHttp('proxyStrictSSL', false);
		const { messages } = await connect();
		assert.match(messages.at(-1) ?? '', /was not reached: its certificate is not trusted/);
		assert.deepEqual(proxy.seen, [`CONNECT ${host}:443`]);
		assert.deepEqual(bodies, []);
		await withAnswers({ picks: ['Behind the proxy'] }, () => command('disconnectTarget'));
	});

	// Node 22.19 and newer can be told whom to trust; the oldest VS Code has an older one.
	const { setDefaultCACertificates: trust, getCACertificates: trusted } = tls as typeof tls & {
		setDefaultCACertificates?: (certificates: readonly string[]) => void;
		getCACertificates?: () => readonly string[];
	};
	const before = trusted?.() ?? [];
	suiteTeardown(() => trust?.(before));
	if (trust)
		test('what is trusted arrives through the tunnel, in which the address stays secret', async () => {
			trust([identity.cert]);
			const { messages } = await connect();
			assert.match(messages.at(-1) ?? '', /went well/);
			assert.match(bodies[0] ?? '', /This is a test/);
			assert.equal(proxy.seen.length, 2);
			assert.match(proxy.firstBytes[0] ?? '', /^\x16/); // eslint-disable-line no-control-regex
			assert.doesNotMatch(proxy.firstBytes[0] ?? '', /secret-path/);
			await withAnswers({ picks: ['Behind the proxy'] }, () => command('disconnectTarget'));
		});

	test('http.noProxy is heeded', async () => {
		const asked = proxy.seen.length;
		await setHttp('noProxy', [host]);
		const { messages } = await connect();
		assert.match(messages.at(-1) ?? '', /was not reached/);
		assert.equal(proxy.seen.length, asked);
		await withAnswers({ picks: ['Behind the proxy'] }, () => command('disconnectTarget'));
		await setHttp('noProxy', undefined);
	});

	test('http.proxySupport off means no proxy', async () => {
		const asked = proxy.seen.length;
		await setHttp('proxySupport', 'off');
		const { messages } = await connect();
		assert.match(messages.at(-1) ?? '', /was not reached/);
		assert.equal(proxy.seen.length, asked);
	});
});
