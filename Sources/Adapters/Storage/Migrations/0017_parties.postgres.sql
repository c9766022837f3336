-- What was signed is never changed or deleted.

CREATE TRIGGER contract_files_no_update BEFORE UPDATE ON contract_files FOR EACH ROW
    EXECUTE FUNCTION refuse_change('contract_files is append-only');

CREATE TRIGGER contract_files_no_delete BEFORE DELETE ON contract_files FOR EACH ROW
    EXECUTE FUNCTION refuse_change('contract_files is append-only');

CREATE TRIGGER contract_files_no_truncate BEFORE TRUNCATE ON contract_files FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('contract_files is append-only');
