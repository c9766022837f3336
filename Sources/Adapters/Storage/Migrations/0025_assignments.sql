-- What was left of a payer's transfer became another's by a letter of both, by a run of the project's own.
CREATE TABLE assignments (
    project TEXT NOT NULL REFERENCES projects (pid),
    run BIGINT NOT NULL CHECK (run > 0),
    credit TEXT NOT NULL,
    assignor TEXT NOT NULL,
    assignee TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    at BIGINT NOT NULL,
    PRIMARY KEY (project, run, credit),
    FOREIGN KEY (project, credit) REFERENCES credits (project, id),
    CHECK (assignor <> assignee)
) STRICT KEYED;
-- Whose a lot's money is now, and whose it was when it paid; nothing = the payer's own.
ALTER TABLE lots ADD COLUMN assignee TEXT;
ALTER TABLE portions ADD COLUMN assignee TEXT;
