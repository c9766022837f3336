-- What happened is never changed or deleted.

CREATE TRIGGER substitutions_no_update BEFORE UPDATE ON substitutions
BEGIN SELECT RAISE(ABORT, 'substitutions is append-only'); END;

CREATE TRIGGER substitutions_no_delete BEFORE DELETE ON substitutions
BEGIN SELECT RAISE(ABORT, 'substitutions is append-only'); END;
