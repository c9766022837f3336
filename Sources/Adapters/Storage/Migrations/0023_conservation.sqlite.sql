-- What happened is never changed or deleted.

CREATE TRIGGER conservations_no_update BEFORE UPDATE ON conservations
BEGIN SELECT RAISE(ABORT, 'conservations is append-only'); END;

CREATE TRIGGER conservations_no_delete BEFORE DELETE ON conservations
BEGIN SELECT RAISE(ABORT, 'conservations is append-only'); END;
