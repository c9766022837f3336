-- Facts and seals are history too.

CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;

CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;

CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;

CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;

CREATE TRIGGER seal_heads_no_update BEFORE UPDATE ON seal_heads
BEGIN SELECT RAISE(ABORT, 'seal_heads is append-only'); END;

CREATE TRIGGER seal_heads_no_delete BEFORE DELETE ON seal_heads
BEGIN SELECT RAISE(ABORT, 'seal_heads is append-only'); END;
