-- A paper that was given out is never changed or deleted.

CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers
BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;

CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers
BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;
