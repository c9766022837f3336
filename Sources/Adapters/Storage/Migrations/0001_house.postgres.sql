-- What happened is never changed or deleted; corrections are new rows.
-- The database alone says so, whoever asks; where tables are spread over workers, privileges do (decision 0021).

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$;

CREATE TRIGGER usage_identities_no_update BEFORE UPDATE ON usage_identities FOR EACH ROW
    EXECUTE FUNCTION refuse_change('usage_identities is append-only');

CREATE TRIGGER usage_identities_no_delete BEFORE DELETE ON usage_identities FOR EACH ROW
    EXECUTE FUNCTION refuse_change('usage_identities is append-only');

CREATE TRIGGER usage_events_no_update BEFORE UPDATE ON usage_events FOR EACH ROW
    EXECUTE FUNCTION refuse_change('usage_events is append-only');

CREATE TRIGGER usage_events_no_delete BEFORE DELETE ON usage_events FOR EACH ROW
    EXECUTE FUNCTION refuse_change('usage_events is append-only');

CREATE TRIGGER credits_no_update BEFORE UPDATE ON credits FOR EACH ROW
    EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER credits_no_delete BEFORE DELETE ON credits FOR EACH ROW
    EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER portions_no_update BEFORE UPDATE ON portions FOR EACH ROW
    EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER portions_no_delete BEFORE DELETE ON portions FOR EACH ROW
    EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER state_transitions_no_update BEFORE UPDATE ON state_transitions FOR EACH ROW
    EXECUTE FUNCTION refuse_change('state_transitions is append-only');

CREATE TRIGGER state_transitions_no_delete BEFORE DELETE ON state_transitions FOR EACH ROW
    EXECUTE FUNCTION refuse_change('state_transitions is append-only');

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal FOR EACH ROW
    EXECUTE FUNCTION refuse_change('journal is append-only');

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal FOR EACH ROW
    EXECUTE FUNCTION refuse_change('journal is append-only');

CREATE TRIGGER journal_entries_no_update BEFORE UPDATE ON journal_entries FOR EACH ROW
    EXECUTE FUNCTION refuse_change('journal_entries is append-only');

CREATE TRIGGER journal_entries_no_delete BEFORE DELETE ON journal_entries FOR EACH ROW
    EXECUTE FUNCTION refuse_change('journal_entries is append-only');

CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents FOR EACH ROW
    EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents FOR EACH ROW
    EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER document_shares_no_update BEFORE UPDATE ON document_shares FOR EACH ROW
    EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER document_shares_no_delete BEFORE DELETE ON document_shares FOR EACH ROW
    EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER closings_no_update BEFORE UPDATE ON closings FOR EACH ROW
    EXECUTE FUNCTION refuse_change('closings is append-only');

CREATE TRIGGER closings_no_delete BEFORE DELETE ON closings FOR EACH ROW
    EXECUTE FUNCTION refuse_change('closings is append-only');

CREATE TRIGGER closed_months_no_update BEFORE UPDATE ON closed_months FOR EACH ROW
    EXECUTE FUNCTION refuse_change('closed_months is append-only');

CREATE TRIGGER closed_months_no_delete BEFORE DELETE ON closed_months FOR EACH ROW
    EXECUTE FUNCTION refuse_change('closed_months is append-only');

CREATE TRIGGER bank_shares_no_update BEFORE UPDATE ON bank_shares FOR EACH ROW
    EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER bank_shares_no_delete BEFORE DELETE ON bank_shares FOR EACH ROW
    EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER price_listings_no_update BEFORE UPDATE ON price_listings FOR EACH ROW
    EXECUTE FUNCTION refuse_change('price_listings is append-only');

CREATE TRIGGER price_listings_no_delete BEFORE DELETE ON price_listings FOR EACH ROW
    EXECUTE FUNCTION refuse_change('price_listings is append-only');

CREATE TRIGGER usage_identities_no_truncate BEFORE TRUNCATE ON usage_identities FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('usage_identities is append-only');

CREATE TRIGGER usage_events_no_truncate BEFORE TRUNCATE ON usage_events FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('usage_events is append-only');

CREATE TRIGGER credits_no_truncate BEFORE TRUNCATE ON credits FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER portions_no_truncate BEFORE TRUNCATE ON portions FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER state_transitions_no_truncate BEFORE TRUNCATE ON state_transitions FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('state_transitions is append-only');

CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('journal is append-only');

CREATE TRIGGER journal_entries_no_truncate BEFORE TRUNCATE ON journal_entries FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('journal_entries is append-only');

CREATE TRIGGER documents_no_truncate BEFORE TRUNCATE ON documents FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER document_shares_no_truncate BEFORE TRUNCATE ON document_shares FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER closings_no_truncate BEFORE TRUNCATE ON closings FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('closings is append-only');

CREATE TRIGGER closed_months_no_truncate BEFORE TRUNCATE ON closed_months FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('closed_months is append-only');

CREATE TRIGGER bank_shares_no_truncate BEFORE TRUNCATE ON bank_shares FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER price_listings_no_truncate BEFORE TRUNCATE ON price_listings FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('price_listings is append-only');
