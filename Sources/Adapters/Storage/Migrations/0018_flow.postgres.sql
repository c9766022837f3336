-- What was asked for, and what was sent, is never changed or deleted.

CREATE TRIGGER document_flows_no_update BEFORE UPDATE ON document_flows FOR EACH ROW
    EXECUTE FUNCTION refuse_change('document_flows is append-only');

CREATE TRIGGER document_flows_no_delete BEFORE DELETE ON document_flows FOR EACH ROW
    EXECUTE FUNCTION refuse_change('document_flows is append-only');

CREATE TRIGGER document_flows_no_truncate BEFORE TRUNCATE ON document_flows FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('document_flows is append-only');

CREATE TRIGGER dispatches_no_update BEFORE UPDATE ON dispatches FOR EACH ROW
    EXECUTE FUNCTION refuse_change('dispatches is append-only');

CREATE TRIGGER dispatches_no_delete BEFORE DELETE ON dispatches FOR EACH ROW
    EXECUTE FUNCTION refuse_change('dispatches is append-only');

CREATE TRIGGER dispatches_no_truncate BEFORE TRUNCATE ON dispatches FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('dispatches is append-only');
