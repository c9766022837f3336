-- Facts and seals are history too.

CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts FOR EACH ROW
    EXECUTE FUNCTION refuse_change('facts is append-only');

CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts FOR EACH ROW
    EXECUTE FUNCTION refuse_change('facts is append-only');

CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals FOR EACH ROW
    EXECUTE FUNCTION refuse_change('seals is append-only');

CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals FOR EACH ROW
    EXECUTE FUNCTION refuse_change('seals is append-only');

CREATE TRIGGER seal_heads_no_update BEFORE UPDATE ON seal_heads FOR EACH ROW
    EXECUTE FUNCTION refuse_change('seal_heads is append-only');

CREATE TRIGGER seal_heads_no_delete BEFORE DELETE ON seal_heads FOR EACH ROW
    EXECUTE FUNCTION refuse_change('seal_heads is append-only');

CREATE TRIGGER facts_no_truncate BEFORE TRUNCATE ON facts FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('facts is append-only');

CREATE TRIGGER seals_no_truncate BEFORE TRUNCATE ON seals FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('seals is append-only');

CREATE TRIGGER seal_heads_no_truncate BEFORE TRUNCATE ON seal_heads FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('seal_heads is append-only');
