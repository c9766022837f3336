-- What happened is never changed or deleted.

CREATE TRIGGER substitutions_no_update BEFORE UPDATE ON substitutions FOR EACH ROW
    EXECUTE FUNCTION refuse_change('substitutions is append-only');

CREATE TRIGGER substitutions_no_delete BEFORE DELETE ON substitutions FOR EACH ROW
    EXECUTE FUNCTION refuse_change('substitutions is append-only');

CREATE TRIGGER substitutions_no_truncate BEFORE TRUNCATE ON substitutions FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('substitutions is append-only');
