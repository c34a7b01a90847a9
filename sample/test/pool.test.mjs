import assert from 'node:assert/strict';
import test from 'node:test';
import { Pool } from '../src/pool.mjs';

test('a request beyond the pool waits for a release', async () => {
	const pool = new Pool({ pool_size: 1, acquire_timeout_ms: 1000 });
	await pool.acquire();
	const second = pool.acquire();
	assert.deepEqual(pool.stats(), { size: 1, inUse: 1, waiting: 1 });
	pool.release();
	await second;
	assert.equal(pool.stats().waiting, 0);
});

test('a request that waits too long is refused', async () => {
	const pool = new Pool({ pool_size: 1, acquire_timeout_ms: 5 });
	await pool.acquire();
	await assert.rejects(pool.acquire(), /within 5 ms/);
});
