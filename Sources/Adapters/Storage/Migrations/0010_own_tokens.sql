-- A token may be a user's own: it opens no more than the user may see now.
ALTER TABLE tokens ADD COLUMN owner TEXT REFERENCES users (id);
CREATE INDEX tokens_by_owner ON tokens (owner, created_at);
-- Sweeping what has run out.
CREATE INDEX one_time_codes_by_end ON one_time_codes (expires_at);
