-- What came is never changed or deleted.

CREATE TRIGGER received_files_no_update BEFORE UPDATE ON received_files
BEGIN SELECT RAISE(ABORT, 'received_files is append-only'); END;

CREATE TRIGGER received_files_no_delete BEFORE DELETE ON received_files
BEGIN SELECT RAISE(ABORT, 'received_files is append-only'); END;
