-- What was asked for, and what was sent, is never changed or deleted.

CREATE TRIGGER document_flows_no_update BEFORE UPDATE ON document_flows
BEGIN SELECT RAISE(ABORT, 'document_flows is append-only'); END;

CREATE TRIGGER document_flows_no_delete BEFORE DELETE ON document_flows
BEGIN SELECT RAISE(ABORT, 'document_flows is append-only'); END;

CREATE TRIGGER dispatches_no_update BEFORE UPDATE ON dispatches
BEGIN SELECT RAISE(ABORT, 'dispatches is append-only'); END;

CREATE TRIGGER dispatches_no_delete BEFORE DELETE ON dispatches
BEGIN SELECT RAISE(ABORT, 'dispatches is append-only'); END;
