-- What was issued is never changed or deleted.

CREATE TRIGGER payment_invoices_no_update BEFORE UPDATE ON payment_invoices FOR EACH ROW
    EXECUTE FUNCTION refuse_change('payment_invoices is append-only');

CREATE TRIGGER payment_invoices_no_delete BEFORE DELETE ON payment_invoices FOR EACH ROW
    EXECUTE FUNCTION refuse_change('payment_invoices is append-only');

CREATE TRIGGER payment_invoices_no_truncate BEFORE TRUNCATE ON payment_invoices FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('payment_invoices is append-only');
