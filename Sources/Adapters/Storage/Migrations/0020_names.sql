-- What owners call their projects (R19); a project without a row is called by its PID.
CREATE TABLE project_names (
    project TEXT NOT NULL PRIMARY KEY REFERENCES projects (pid),
    name TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
) STRICT KEYED;
-- Who a customer becomes with the terms on the way; nothing = it stays who it is (R12).
ALTER TABLE contract_drafts ADD COLUMN party TEXT NOT NULL DEFAULT '';
