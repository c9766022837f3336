-- Projects that passed from one account to another (R130): until the instant they were the one's, from it on the other's.
CREATE TABLE project_passings (
    project TEXT NOT NULL REFERENCES projects (pid),
    n BIGINT NOT NULL CHECK (n > 0),
    from_account TEXT NOT NULL REFERENCES accounts (id),
    to_account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    at BIGINT NOT NULL,
    run BIGINT NOT NULL CHECK (run >= 0),
    PRIMARY KEY (project, n),
    CHECK (from_account <> to_account)
) STRICT KEYED;

CREATE INDEX project_passings_from ON project_passings (from_account);
CREATE INDEX project_passings_to ON project_passings (to_account);

-- How often a project has passed: 0 for nearly all, so that settling them asks for nothing more.
ALTER TABLE projects ADD COLUMN passings BIGINT NOT NULL DEFAULT 0;
