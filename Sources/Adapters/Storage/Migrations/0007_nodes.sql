-- The processes that work on this database, and what each has taken to do (decision 0022). No sum rests on
-- these rows; they are few and belong to no project.
CREATE TABLE nodes (
    id TEXT NOT NULL PRIMARY KEY,
    host TEXT NOT NULL,
    process BIGINT NOT NULL,
    program TEXT NOT NULL,
    works BIGINT NOT NULL CHECK (works IN (0, 1)),
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    left_at BIGINT
) STRICT;

-- Who may do a piece of shared work. The token grows with every taking: who comes with an older one is refused.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL REFERENCES nodes (id),
    token BIGINT NOT NULL CHECK (token > 0),
    taken_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    released_at BIGINT
) STRICT;
CREATE INDEX leases_by_holder ON leases (holder);
