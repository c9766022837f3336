-- A rate that was set stays.

CREATE TRIGGER official_rates_no_update BEFORE UPDATE ON official_rates
BEGIN SELECT RAISE(ABORT, 'official_rates is append-only'); END;

CREATE TRIGGER official_rates_no_delete BEFORE DELETE ON official_rates
BEGIN SELECT RAISE(ABORT, 'official_rates is append-only'); END;
