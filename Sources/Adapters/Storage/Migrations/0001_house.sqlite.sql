-- What happened is never changed or deleted; corrections are new rows.

CREATE TRIGGER usage_identities_no_update BEFORE UPDATE ON usage_identities
BEGIN SELECT RAISE(ABORT, 'usage_identities is append-only'); END;

CREATE TRIGGER usage_identities_no_delete BEFORE DELETE ON usage_identities
BEGIN SELECT RAISE(ABORT, 'usage_identities is append-only'); END;

CREATE TRIGGER usage_events_no_update BEFORE UPDATE ON usage_events
BEGIN SELECT RAISE(ABORT, 'usage_events is append-only'); END;

CREATE TRIGGER usage_events_no_delete BEFORE DELETE ON usage_events
BEGIN SELECT RAISE(ABORT, 'usage_events is append-only'); END;

CREATE TRIGGER credits_no_update BEFORE UPDATE ON credits
BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END;

CREATE TRIGGER credits_no_delete BEFORE DELETE ON credits
BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END;

CREATE TRIGGER portions_no_update BEFORE UPDATE ON portions
BEGIN SELECT RAISE(ABORT, 'portions is append-only'); END;

CREATE TRIGGER portions_no_delete BEFORE DELETE ON portions
BEGIN SELECT RAISE(ABORT, 'portions is append-only'); END;

CREATE TRIGGER state_transitions_no_update BEFORE UPDATE ON state_transitions
BEGIN SELECT RAISE(ABORT, 'state_transitions is append-only'); END;

CREATE TRIGGER state_transitions_no_delete BEFORE DELETE ON state_transitions
BEGIN SELECT RAISE(ABORT, 'state_transitions is append-only'); END;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER journal_entries_no_update BEFORE UPDATE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'journal_entries is append-only'); END;

CREATE TRIGGER journal_entries_no_delete BEFORE DELETE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'journal_entries is append-only'); END;

CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;

CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;

CREATE TRIGGER document_shares_no_update BEFORE UPDATE ON document_shares
BEGIN SELECT RAISE(ABORT, 'document_shares is append-only'); END;

CREATE TRIGGER document_shares_no_delete BEFORE DELETE ON document_shares
BEGIN SELECT RAISE(ABORT, 'document_shares is append-only'); END;

CREATE TRIGGER closings_no_update BEFORE UPDATE ON closings
BEGIN SELECT RAISE(ABORT, 'closings is append-only'); END;

CREATE TRIGGER closings_no_delete BEFORE DELETE ON closings
BEGIN SELECT RAISE(ABORT, 'closings is append-only'); END;

CREATE TRIGGER closed_months_no_update BEFORE UPDATE ON closed_months
BEGIN SELECT RAISE(ABORT, 'closed_months is append-only'); END;

CREATE TRIGGER closed_months_no_delete BEFORE DELETE ON closed_months
BEGIN SELECT RAISE(ABORT, 'closed_months is append-only'); END;

CREATE TRIGGER bank_shares_no_update BEFORE UPDATE ON bank_shares
BEGIN SELECT RAISE(ABORT, 'bank_shares is append-only'); END;

CREATE TRIGGER bank_shares_no_delete BEFORE DELETE ON bank_shares
BEGIN SELECT RAISE(ABORT, 'bank_shares is append-only'); END;

CREATE TRIGGER price_listings_no_update BEFORE UPDATE ON price_listings
BEGIN SELECT RAISE(ABORT, 'price_listings is append-only'); END;

CREATE TRIGGER price_listings_no_delete BEFORE DELETE ON price_listings
BEGIN SELECT RAISE(ABORT, 'price_listings is append-only'); END;
