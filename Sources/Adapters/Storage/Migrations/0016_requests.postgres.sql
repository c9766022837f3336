-- What happened is never changed or deleted.

CREATE TRIGGER request_steps_no_update BEFORE UPDATE ON request_steps FOR EACH ROW
    EXECUTE FUNCTION refuse_change('request_steps is append-only');

CREATE TRIGGER request_steps_no_delete BEFORE DELETE ON request_steps FOR EACH ROW
    EXECUTE FUNCTION refuse_change('request_steps is append-only');

CREATE TRIGGER request_steps_no_truncate BEFORE TRUNCATE ON request_steps FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('request_steps is append-only');

CREATE TRIGGER request_values_no_update BEFORE UPDATE ON request_values FOR EACH ROW
    EXECUTE FUNCTION refuse_change('request_values is append-only');

CREATE TRIGGER request_values_no_delete BEFORE DELETE ON request_values FOR EACH ROW
    EXECUTE FUNCTION refuse_change('request_values is append-only');

CREATE TRIGGER request_values_no_truncate BEFORE TRUNCATE ON request_values FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('request_values is append-only');

CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments FOR EACH ROW
    EXECUTE FUNCTION refuse_change('attachments is append-only');

CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments FOR EACH ROW
    EXECUTE FUNCTION refuse_change('attachments is append-only');

CREATE TRIGGER attachments_no_truncate BEFORE TRUNCATE ON attachments FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('attachments is append-only');

CREATE TRIGGER request_files_no_update BEFORE UPDATE ON request_files FOR EACH ROW
    EXECUTE FUNCTION refuse_change('request_files is append-only');

CREATE TRIGGER request_files_no_delete BEFORE DELETE ON request_files FOR EACH ROW
    EXECUTE FUNCTION refuse_change('request_files is append-only');

CREATE TRIGGER request_files_no_truncate BEFORE TRUNCATE ON request_files FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('request_files is append-only');

CREATE TRIGGER freeze_deferrals_no_update BEFORE UPDATE ON freeze_deferrals FOR EACH ROW
    EXECUTE FUNCTION refuse_change('freeze_deferrals is append-only');

CREATE TRIGGER freeze_deferrals_no_delete BEFORE DELETE ON freeze_deferrals FOR EACH ROW
    EXECUTE FUNCTION refuse_change('freeze_deferrals is append-only');

CREATE TRIGGER freeze_deferrals_no_truncate BEFORE TRUNCATE ON freeze_deferrals FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('freeze_deferrals is append-only');
