-- What happened is never changed or deleted.

CREATE TRIGGER reconciliation_acts_no_update BEFORE UPDATE ON reconciliation_acts
BEGIN SELECT RAISE(ABORT, 'reconciliation_acts is append-only'); END;

CREATE TRIGGER reconciliation_acts_no_delete BEFORE DELETE ON reconciliation_acts
BEGIN SELECT RAISE(ABORT, 'reconciliation_acts is append-only'); END;

CREATE TRIGGER founding_bytes_no_update BEFORE UPDATE ON founding_bytes
BEGIN SELECT RAISE(ABORT, 'founding_bytes is append-only'); END;

CREATE TRIGGER founding_bytes_no_delete BEFORE DELETE ON founding_bytes
BEGIN SELECT RAISE(ABORT, 'founding_bytes is append-only'); END;

CREATE TRIGGER founding_papers_no_update BEFORE UPDATE ON founding_papers
BEGIN SELECT RAISE(ABORT, 'founding_papers is append-only'); END;

CREATE TRIGGER founding_papers_no_delete BEFORE DELETE ON founding_papers
BEGIN SELECT RAISE(ABORT, 'founding_papers is append-only'); END;

CREATE TRIGGER founding_withdrawals_no_update BEFORE UPDATE ON founding_withdrawals
BEGIN SELECT RAISE(ABORT, 'founding_withdrawals is append-only'); END;

CREATE TRIGGER founding_withdrawals_no_delete BEFORE DELETE ON founding_withdrawals
BEGIN SELECT RAISE(ABORT, 'founding_withdrawals is append-only'); END;
