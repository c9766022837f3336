-- What the cabinet asks for: a month's limit of a project and the letters sent for it (R95), and indexes for its lists.
CREATE TABLE expense_limits (
    project TEXT NOT NULL PRIMARY KEY REFERENCES projects (pid),
    amount BIGINT NOT NULL CHECK (amount BETWEEN 100 AND 99999999900),
    notifies BIGINT NOT NULL CHECK (notifies IN (0, 1)),
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
) STRICT KEYED;
-- The limit a letter told of: once for each of a month.
CREATE TABLE limit_notices (
    project TEXT NOT NULL REFERENCES projects (pid),
    month BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    spent BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (project, month, amount)
) STRICT KEYED;
-- The latest movements first, whatever a project has behind it.
CREATE INDEX portions_of_grants ON portions (project, credit, source, amount) WHERE source = 'grant';
