-- What became of a letter: it waits, it went, or it never will.
ALTER TABLE letters ADD COLUMN due_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE letters ADD COLUMN attempts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE letters ADD COLUMN trouble TEXT;
ALTER TABLE letters ADD COLUMN sent_at BIGINT;
ALTER TABLE letters ADD COLUMN failed_at BIGINT;
CREATE INDEX letters_due ON letters (due_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;
