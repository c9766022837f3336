-- A rate that was set stays.

CREATE TRIGGER official_rates_no_update BEFORE UPDATE ON official_rates FOR EACH ROW
    EXECUTE FUNCTION refuse_change('official_rates is append-only');

CREATE TRIGGER official_rates_no_delete BEFORE DELETE ON official_rates FOR EACH ROW
    EXECUTE FUNCTION refuse_change('official_rates is append-only');

CREATE TRIGGER official_rates_no_truncate BEFORE TRUNCATE ON official_rates FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('official_rates is append-only');
