import { randomInt } from 'node:crypto';

// No 0/O, 1/I/L or 5/S: codes are read from a phone and typed on a worn keypad.
const alphabet = '2346789ABCDEFGHJKMNPQRTUVWXYZ';
const length = 6;

export function pickupCode() {
	return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
