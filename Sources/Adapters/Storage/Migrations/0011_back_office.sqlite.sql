-- What happened is never changed or deleted.

CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;

CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;

CREATE TRIGGER returned_credits_no_update BEFORE UPDATE ON returned_credits
BEGIN SELECT RAISE(ABORT, 'returned_credits is append-only'); END;

CREATE TRIGGER returned_credits_no_delete BEFORE DELETE ON returned_credits
BEGIN SELECT RAISE(ABORT, 'returned_credits is append-only'); END;
