// A port to listen on.
import net from 'node:net';
import { UserError } from './cli.mjs';

const firstPort = 9190;
const attempts = 100;

/** The requested port or an error; without a request the first free one from 9190 on. */
export async function findPort(requested) {
	if (requested !== undefined) {
		const port = Number(requested);
		if (!Number.isInteger(port) || port < 1 || port > 65535)
			throw new UserError(`PORT=${requested} is not a port.`);
		if (!(await isFree(port))) throw new UserError(`Port ${port} is in use; set PORT to another one.`);
		return port;
	}
	for (let port = firstPort; port < firstPort + attempts; port++) if (await isFree(port)) return port;
	throw new UserError(`No port from ${firstPort} on is free; set PORT to one that is.`);
}

function isFree(port) {
	return new Promise((resolve) => {
		const probe = net.createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}
