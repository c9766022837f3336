-- The triggers went with the tables they stood on.

CREATE TRIGGER credit_identities_no_update BEFORE UPDATE ON credit_identities FOR EACH ROW
    EXECUTE FUNCTION refuse_change('credit_identities is append-only');

CREATE TRIGGER credit_identities_no_delete BEFORE DELETE ON credit_identities FOR EACH ROW
    EXECUTE FUNCTION refuse_change('credit_identities is append-only');

CREATE TRIGGER credits_no_update BEFORE UPDATE ON credits FOR EACH ROW
    EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER credits_no_delete BEFORE DELETE ON credits FOR EACH ROW
    EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER portions_no_update BEFORE UPDATE ON portions FOR EACH ROW
    EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER portions_no_delete BEFORE DELETE ON portions FOR EACH ROW
    EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER bank_shares_no_update BEFORE UPDATE ON bank_shares FOR EACH ROW
    EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER bank_shares_no_delete BEFORE DELETE ON bank_shares FOR EACH ROW
    EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents FOR EACH ROW
    EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents FOR EACH ROW
    EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER document_shares_no_update BEFORE UPDATE ON document_shares FOR EACH ROW
    EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER document_shares_no_delete BEFORE DELETE ON document_shares FOR EACH ROW
    EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER payment_invoices_no_update BEFORE UPDATE ON payment_invoices FOR EACH ROW
    EXECUTE FUNCTION refuse_change('payment_invoices is append-only');

CREATE TRIGGER payment_invoices_no_delete BEFORE DELETE ON payment_invoices FOR EACH ROW
    EXECUTE FUNCTION refuse_change('payment_invoices is append-only');

CREATE TRIGGER credit_identities_no_truncate BEFORE TRUNCATE ON credit_identities FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('credit_identities is append-only');

CREATE TRIGGER credits_no_truncate BEFORE TRUNCATE ON credits FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER portions_no_truncate BEFORE TRUNCATE ON portions FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER bank_shares_no_truncate BEFORE TRUNCATE ON bank_shares FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER documents_no_truncate BEFORE TRUNCATE ON documents FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER document_shares_no_truncate BEFORE TRUNCATE ON document_shares FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER payment_invoices_no_truncate BEFORE TRUNCATE ON payment_invoices FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('payment_invoices is append-only');

-- The keys get their tables' names back, which the old tables' keys bore.

ALTER INDEX credits_pkey1 RENAME TO credits_pkey;
ALTER INDEX pending_credits_pkey1 RENAME TO pending_credits_pkey;
ALTER INDEX lots_pkey1 RENAME TO lots_pkey;
ALTER INDEX grants_pkey1 RENAME TO grants_pkey;
ALTER INDEX portions_pkey1 RENAME TO portions_pkey;
ALTER INDEX bank_shares_pkey1 RENAME TO bank_shares_pkey;
ALTER INDEX documents_pkey1 RENAME TO documents_pkey;
ALTER INDEX document_shares_pkey1 RENAME TO document_shares_pkey;
ALTER INDEX payment_invoices_pkey1 RENAME TO payment_invoices_pkey;
