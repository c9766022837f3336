-- What happened is never changed or deleted.

CREATE TRIGGER conservations_no_update BEFORE UPDATE ON conservations FOR EACH ROW
    EXECUTE FUNCTION refuse_change('conservations is append-only');

CREATE TRIGGER conservations_no_delete BEFORE DELETE ON conservations FOR EACH ROW
    EXECUTE FUNCTION refuse_change('conservations is append-only');

CREATE TRIGGER conservations_no_truncate BEFORE TRUNCATE ON conservations FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('conservations is append-only');
