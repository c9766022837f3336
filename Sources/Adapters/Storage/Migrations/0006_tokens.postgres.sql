-- A token is revoked, never deleted, and a revoked one stays so.

CREATE TRIGGER tokens_no_delete BEFORE DELETE ON tokens FOR EACH ROW
    EXECUTE FUNCTION refuse_change('tokens are revoked, not deleted');

CREATE TRIGGER tokens_no_return BEFORE UPDATE ON tokens FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL)
    EXECUTE FUNCTION refuse_change('a revoked token stays revoked');
