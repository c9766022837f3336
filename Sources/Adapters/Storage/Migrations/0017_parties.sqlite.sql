-- What was signed is never changed or deleted.

CREATE TRIGGER contract_files_no_update BEFORE UPDATE ON contract_files
BEGIN SELECT RAISE(ABORT, 'contract_files is append-only'); END;

CREATE TRIGGER contract_files_no_delete BEFORE DELETE ON contract_files
BEGIN SELECT RAISE(ABORT, 'contract_files is append-only'); END;
