-- What happened is never changed or deleted.

CREATE TRIGGER project_passings_no_update BEFORE UPDATE ON project_passings FOR EACH ROW
    EXECUTE FUNCTION refuse_change('project_passings is append-only');

CREATE TRIGGER project_passings_no_delete BEFORE DELETE ON project_passings FOR EACH ROW
    EXECUTE FUNCTION refuse_change('project_passings is append-only');

CREATE TRIGGER project_passings_no_truncate BEFORE TRUNCATE ON project_passings FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('project_passings is append-only');
