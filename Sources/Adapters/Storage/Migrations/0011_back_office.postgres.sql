-- What happened is never changed or deleted.

CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries FOR EACH ROW
    EXECUTE FUNCTION refuse_change('audit_entries is append-only');

CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries FOR EACH ROW
    EXECUTE FUNCTION refuse_change('audit_entries is append-only');

CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('audit_entries is append-only');

CREATE TRIGGER returned_credits_no_update BEFORE UPDATE ON returned_credits FOR EACH ROW
    EXECUTE FUNCTION refuse_change('returned_credits is append-only');

CREATE TRIGGER returned_credits_no_delete BEFORE DELETE ON returned_credits FOR EACH ROW
    EXECUTE FUNCTION refuse_change('returned_credits is append-only');

CREATE TRIGGER returned_credits_no_truncate BEFORE TRUNCATE ON returned_credits FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('returned_credits is append-only');
