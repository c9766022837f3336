-- The triggers went with the tables they stood on.

CREATE TRIGGER credit_identities_no_update BEFORE UPDATE ON credit_identities
BEGIN SELECT RAISE(ABORT, 'credit_identities is append-only'); END;

CREATE TRIGGER credit_identities_no_delete BEFORE DELETE ON credit_identities
BEGIN SELECT RAISE(ABORT, 'credit_identities is append-only'); END;

CREATE TRIGGER credits_no_update BEFORE UPDATE ON credits
BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END;

CREATE TRIGGER credits_no_delete BEFORE DELETE ON credits
BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END;

CREATE TRIGGER portions_no_update BEFORE UPDATE ON portions
BEGIN SELECT RAISE(ABORT, 'portions is append-only'); END;

CREATE TRIGGER portions_no_delete BEFORE DELETE ON portions
BEGIN SELECT RAISE(ABORT, 'portions is append-only'); END;

CREATE TRIGGER bank_shares_no_update BEFORE UPDATE ON bank_shares
BEGIN SELECT RAISE(ABORT, 'bank_shares is append-only'); END;

CREATE TRIGGER bank_shares_no_delete BEFORE DELETE ON bank_shares
BEGIN SELECT RAISE(ABORT, 'bank_shares is append-only'); END;

CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;

CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;

CREATE TRIGGER document_shares_no_update BEFORE UPDATE ON document_shares
BEGIN SELECT RAISE(ABORT, 'document_shares is append-only'); END;

CREATE TRIGGER document_shares_no_delete BEFORE DELETE ON document_shares
BEGIN SELECT RAISE(ABORT, 'document_shares is append-only'); END;

CREATE TRIGGER payment_invoices_no_update BEFORE UPDATE ON payment_invoices
BEGIN SELECT RAISE(ABORT, 'payment_invoices is append-only'); END;

CREATE TRIGGER payment_invoices_no_delete BEFORE DELETE ON payment_invoices
BEGIN SELECT RAISE(ABORT, 'payment_invoices is append-only'); END;
