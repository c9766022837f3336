-- Times in which nothing may be charged (D13): begun and ended in turn, never taken back.
CREATE TABLE conservations (
    project TEXT NOT NULL REFERENCES projects (pid),
    n BIGINT NOT NULL CHECK (n > 0),
    at BIGINT NOT NULL,
    turn TEXT NOT NULL CHECK (turn IN ('begun', 'ended')),
    user_id TEXT REFERENCES users (id),
    who TEXT NOT NULL,
    PRIMARY KEY (project, n),
    CHECK ((turn = 'begun') = (n % 2 = 1))
) STRICT KEYED;

-- Usage of such a time by day, resource and SKU: kept, never charged.
CREATE TABLE disputes (
    project TEXT NOT NULL REFERENCES projects (pid),
    day BIGINT NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    events BIGINT NOT NULL CHECK (events > 0),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (project, day, resource, sku)
) STRICT KEYED;

-- How often conservation has begun or ended: 0 for nearly all, so that settling them asks for nothing more.
ALTER TABLE projects ADD COLUMN turns BIGINT NOT NULL DEFAULT 0;
-- Since when a project is conserved, as far as it is settled; its state stands at 'active' meanwhile.
ALTER TABLE projects ADD COLUMN conserved_at BIGINT;
ALTER TABLE state_transitions ADD COLUMN conserved_at BIGINT;
