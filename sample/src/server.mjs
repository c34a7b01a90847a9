import { createServer } from 'node:http';
import { readConf } from './config.mjs';
import { Pool } from './pool.mjs';
import { Reservations } from './reservations.mjs';

const service = readConf('config/service.conf');
const pool = new Pool(readConf('config/pool.conf'));
const reservations = new Reservations(service, 48);

const routes = {
	'GET /availability': () => [200, { free: reservations.free }],
	'POST /reservations': (url, headers) => {
		const key = headers['idempotency-key'];
		if (!key) return [400, { error: 'Send an Idempotency-Key header.' }];
		const reservation = reservations.reserve(key, Date.now());
		return reservation ? [201, { code: reservation.code }] : [409, { error: 'The locker is full.' }];
	},
	'POST /pickups': (url) => {
		const opened = reservations.pickUp(url.searchParams.get('code'));
		return opened ? [200, { door: 'open' }] : [404, { error: 'No parcel waits under this code.' }];
	},
};

async function answer(request) {
	const url = new URL(request.url, 'http://localhost');
	// Health must answer while the pool is exhausted: it is what the pager looks at.
	if (url.pathname === '/health') return [200, { pool: pool.stats() }];
	const route = routes[`${request.method} ${url.pathname}`];
	if (!route) return [404, { error: 'Unknown path.' }];
	await pool.acquire();
	try {
		return route(url, request.headers);
	} finally {
		pool.release();
	}
}

createServer((request, response) => {
	answer(request)
		.catch((error) => [503, { error: error.message }])
		.then(([status, body]) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		});
}).listen(service.port, () => console.log(`lockbay-reservations listens on ${service.port}`));
