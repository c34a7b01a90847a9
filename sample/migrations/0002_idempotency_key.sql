-- Couriers' handhelds retry on bad reception; the same key must never take a second compartment.
ALTER TABLE reservations ADD COLUMN idempotency_key TEXT;
CREATE UNIQUE INDEX CONCURRENTLY reservations_idempotency_key ON reservations (idempotency_key);
