// A real proxy on loopback: tunnels for https (RFC 9110, 9.3.6), whole addresses for http (RFC 9112, 3.2.2).
import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface LoopbackProxy {
	readonly address: string;
	/** Request lines, such as `CONNECT hooks.example.test:443`, and what a tunnel carried first, as latin1. */
	readonly seen: readonly string[];
	readonly firstBytes: readonly string[];
	close(): void;
}

/** Whatever host is asked for, the connection goes to `port` of this machine. */
export async function startProxy(port: number): Promise<LoopbackProxy> {
	const seen: string[] = [];
	const firstBytes: string[] = [];
	const sockets = new Set<Socket>();
	const server: Server = createServer((incoming, response) => {
		seen.push(`${incoming.method} ${incoming.url}`);
		const { method, headers } = incoming;
		const path = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '').pathname : '/';
		incoming.pipe(
			request({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			}),
		);
	});
	server.on('connection', (socket) => sockets.add(socket));
	server.on('connect', ({ method, url }, socket: Socket, head: Buffer) => {
		seen.push(`${method} ${url}`);
		const target = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			target.write(head);
			socket.once('data', (bytes) => firstBytes.push(bytes.toString('latin1')));
			socket.pipe(target).pipe(socket);
		});
		sockets.add(target);
		for (const end of [socket, target]) end.on('error', () => end.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen,
		firstBytes,
		close: () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}
