-- What was issued is never changed or deleted.

CREATE TRIGGER payment_invoices_no_update BEFORE UPDATE ON payment_invoices
BEGIN SELECT RAISE(ABORT, 'payment_invoices is append-only'); END;

CREATE TRIGGER payment_invoices_no_delete BEFORE DELETE ON payment_invoices
BEGIN SELECT RAISE(ABORT, 'payment_invoices is append-only'); END;
