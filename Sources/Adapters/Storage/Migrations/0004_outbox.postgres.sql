-- A paper that was given out is never changed or deleted.

CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers FOR EACH ROW
    EXECUTE FUNCTION refuse_change('papers is append-only');

CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers FOR EACH ROW
    EXECUTE FUNCTION refuse_change('papers is append-only');

CREATE TRIGGER papers_no_truncate BEFORE TRUNCATE ON papers FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('papers is append-only');
