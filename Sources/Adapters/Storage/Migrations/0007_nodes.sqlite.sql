-- A fencing token only grows, and nobody gets a lease without a new one.

CREATE TRIGGER leases_no_delete BEFORE DELETE ON leases
BEGIN SELECT RAISE(ABORT, 'leases are released, not deleted'); END;

CREATE TRIGGER leases_token_grows BEFORE UPDATE ON leases
WHEN NEW.token < OLD.token OR (NEW.holder <> OLD.holder AND NEW.token <= OLD.token)
BEGIN SELECT RAISE(ABORT, 'a fencing token only grows'); END;
