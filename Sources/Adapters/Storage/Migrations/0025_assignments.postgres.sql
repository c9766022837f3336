-- What happened is never changed or deleted.

CREATE TRIGGER assignments_no_update BEFORE UPDATE ON assignments FOR EACH ROW
    EXECUTE FUNCTION refuse_change('assignments is append-only');

CREATE TRIGGER assignments_no_delete BEFORE DELETE ON assignments FOR EACH ROW
    EXECUTE FUNCTION refuse_change('assignments is append-only');

CREATE TRIGGER assignments_no_truncate BEFORE TRUNCATE ON assignments FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('assignments is append-only');
