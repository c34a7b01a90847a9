-- Not backwards compatible: from v3.9.0 on, rows are written without created_at arithmetic, so a release
-- older than v3.9.0 would release every held compartment at once. Check before rolling back across it.
ALTER TABLE reservations ADD COLUMN hold_until TIMESTAMPTZ;
UPDATE reservations SET hold_until = created_at + INTERVAL '20 minutes' WHERE hold_until IS NULL;
CREATE INDEX CONCURRENTLY reservations_hold_until ON reservations (hold_until);
