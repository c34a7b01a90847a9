CREATE TABLE reservations (
	id BIGSERIAL PRIMARY KEY,
	locker_id TEXT NOT NULL,
	pickup_code TEXT NOT NULL UNIQUE,
	created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
