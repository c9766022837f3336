-- What happened is never changed or deleted.

CREATE TRIGGER project_passings_no_update BEFORE UPDATE ON project_passings
BEGIN SELECT RAISE(ABORT, 'project_passings is append-only'); END;

CREATE TRIGGER project_passings_no_delete BEFORE DELETE ON project_passings
BEGIN SELECT RAISE(ABORT, 'project_passings is append-only'); END;
