-- What happened is never changed or deleted.

CREATE TRIGGER request_steps_no_update BEFORE UPDATE ON request_steps
BEGIN SELECT RAISE(ABORT, 'request_steps is append-only'); END;

CREATE TRIGGER request_steps_no_delete BEFORE DELETE ON request_steps
BEGIN SELECT RAISE(ABORT, 'request_steps is append-only'); END;

CREATE TRIGGER request_values_no_update BEFORE UPDATE ON request_values
BEGIN SELECT RAISE(ABORT, 'request_values is append-only'); END;

CREATE TRIGGER request_values_no_delete BEFORE DELETE ON request_values
BEGIN SELECT RAISE(ABORT, 'request_values is append-only'); END;

CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'attachments is append-only'); END;

CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'attachments is append-only'); END;

CREATE TRIGGER request_files_no_update BEFORE UPDATE ON request_files
BEGIN SELECT RAISE(ABORT, 'request_files is append-only'); END;

CREATE TRIGGER request_files_no_delete BEFORE DELETE ON request_files
BEGIN SELECT RAISE(ABORT, 'request_files is append-only'); END;

CREATE TRIGGER freeze_deferrals_no_update BEFORE UPDATE ON freeze_deferrals
BEGIN SELECT RAISE(ABORT, 'freeze_deferrals is append-only'); END;

CREATE TRIGGER freeze_deferrals_no_delete BEFORE DELETE ON freeze_deferrals
BEGIN SELECT RAISE(ABORT, 'freeze_deferrals is append-only'); END;
