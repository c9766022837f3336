-- A fencing token only grows, and nobody gets a lease without a new one.

CREATE TRIGGER leases_no_delete BEFORE DELETE ON leases FOR EACH ROW
    EXECUTE FUNCTION refuse_change('leases are released, not deleted');

CREATE TRIGGER leases_token_grows BEFORE UPDATE ON leases FOR EACH ROW
    WHEN (NEW.token < OLD.token OR (NEW.holder <> OLD.holder AND NEW.token <= OLD.token))
    EXECUTE FUNCTION refuse_change('a fencing token only grows');
