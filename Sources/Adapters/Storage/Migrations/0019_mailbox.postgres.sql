-- What came is never changed or deleted.

CREATE TRIGGER received_files_no_update BEFORE UPDATE ON received_files FOR EACH ROW
    EXECUTE FUNCTION refuse_change('received_files is append-only');

CREATE TRIGGER received_files_no_delete BEFORE DELETE ON received_files FOR EACH ROW
    EXECUTE FUNCTION refuse_change('received_files is append-only');

CREATE TRIGGER received_files_no_truncate BEFORE TRUNCATE ON received_files FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('received_files is append-only');
