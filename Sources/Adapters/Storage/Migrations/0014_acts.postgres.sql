-- What happened is never changed or deleted.

CREATE TRIGGER reconciliation_acts_no_update BEFORE UPDATE ON reconciliation_acts FOR EACH ROW
    EXECUTE FUNCTION refuse_change('reconciliation_acts is append-only');

CREATE TRIGGER reconciliation_acts_no_delete BEFORE DELETE ON reconciliation_acts FOR EACH ROW
    EXECUTE FUNCTION refuse_change('reconciliation_acts is append-only');

CREATE TRIGGER reconciliation_acts_no_truncate BEFORE TRUNCATE ON reconciliation_acts FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('reconciliation_acts is append-only');

CREATE TRIGGER founding_bytes_no_update BEFORE UPDATE ON founding_bytes FOR EACH ROW
    EXECUTE FUNCTION refuse_change('founding_bytes is append-only');

CREATE TRIGGER founding_bytes_no_delete BEFORE DELETE ON founding_bytes FOR EACH ROW
    EXECUTE FUNCTION refuse_change('founding_bytes is append-only');

CREATE TRIGGER founding_bytes_no_truncate BEFORE TRUNCATE ON founding_bytes FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('founding_bytes is append-only');

CREATE TRIGGER founding_papers_no_update BEFORE UPDATE ON founding_papers FOR EACH ROW
    EXECUTE FUNCTION refuse_change('founding_papers is append-only');

CREATE TRIGGER founding_papers_no_delete BEFORE DELETE ON founding_papers FOR EACH ROW
    EXECUTE FUNCTION refuse_change('founding_papers is append-only');

CREATE TRIGGER founding_papers_no_truncate BEFORE TRUNCATE ON founding_papers FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('founding_papers is append-only');

CREATE TRIGGER founding_withdrawals_no_update BEFORE UPDATE ON founding_withdrawals FOR EACH ROW
    EXECUTE FUNCTION refuse_change('founding_withdrawals is append-only');

CREATE TRIGGER founding_withdrawals_no_delete BEFORE DELETE ON founding_withdrawals FOR EACH ROW
    EXECUTE FUNCTION refuse_change('founding_withdrawals is append-only');

CREATE TRIGGER founding_withdrawals_no_truncate BEFORE TRUNCATE ON founding_withdrawals FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('founding_withdrawals is append-only');
