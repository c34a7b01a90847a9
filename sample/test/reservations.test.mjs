import assert from 'node:assert/strict';
import test from 'node:test';
import { Reservations } from '../src/reservations.mjs';

const minute = 60_000;
const beforeMidnight = Date.UTC(2026, 0, 31, 23, 50);

test('a hold runs out, also across midnight', () => {
	const reservations = new Reservations({ hold_minutes: 20 }, 1);
	assert.ok(reservations.reserve('van-1', beforeMidnight));
	assert.equal(reservations.reserve('van-2', beforeMidnight + 19 * minute), undefined);
	assert.ok(reservations.reserve('van-2', beforeMidnight + 20 * minute));
});

test('the same key never takes a second compartment', () => {
	const reservations = new Reservations({ hold_minutes: 20 }, 2);
	const first = reservations.reserve('van-1', beforeMidnight);
	assert.equal(reservations.reserve('van-1', beforeMidnight + minute), first);
	assert.equal(reservations.free, 1);
});

test('a pick-up code opens the door once', () => {
	const reservations = new Reservations({ hold_minutes: 20 }, 1);
	const { code } = reservations.reserve('van-1', beforeMidnight);
	assert.match(code, /^[2346789A-HJKMNP-RT-Z]{6}$/);
	assert.equal(reservations.pickUp(code), true);
	assert.equal(reservations.pickUp(code), false);
});
