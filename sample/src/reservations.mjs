import { pickupCode } from './pickupCode.mjs';

/** The compartments of one locker wall. Time is an argument, so a test can stand at midnight. */
export class Reservations {
	#byCode = new Map();
	#byKey = new Map();

	constructor({ hold_minutes }, compartments) {
		this.holdMs = hold_minutes * 60_000;
		this.free = compartments;
	}

	/** The same idempotency key always answers with the same reservation. */
	reserve(idempotencyKey, now) {
		const earlier = this.#byKey.get(idempotencyKey);
		if (earlier) return earlier;
		this.#expire(now);
		if (this.free === 0) return undefined;
		this.free -= 1;
		const reservation = { code: pickupCode(), key: idempotencyKey, holdUntil: now + this.holdMs };
		this.#byCode.set(reservation.code, reservation);
		this.#byKey.set(idempotencyKey, reservation);
		return reservation;
	}

	/** True when the door may open. */
	pickUp(code) {
		const reservation = this.#byCode.get(code);
		if (!reservation) return false;
		this.#drop(reservation);
		return true;
	}

	#expire(now) {
		for (const reservation of this.#byCode.values()) {
			if (reservation.holdUntil <= now) this.#drop(reservation);
		}
	}

	#drop(reservation) {
		this.#byCode.delete(reservation.code);
		this.#byKey.delete(reservation.key);
		this.free += 1;
	}
}
