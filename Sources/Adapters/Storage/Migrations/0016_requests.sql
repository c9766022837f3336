-- What customers ask the departments for: how each request stands, its steps, what was filled in, its files.
CREATE TABLE requests (
    project TEXT NOT NULL REFERENCES projects (pid),
    number BIGINT NOT NULL CHECK (number > 0),
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    department TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'assigned', 'waiting', 'done', 'refused', 'withdrawn')),
    is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
    assignee TEXT REFERENCES users (id),
    due_at BIGINT NOT NULL,
    closed_at BIGINT,
    version BIGINT NOT NULL CHECK (version > 0),
    PRIMARY KEY (project, number)
) STRICT KEYED;
CREATE INDEX requests_by_number ON requests (number);
CREATE INDEX requests_by_due ON requests (is_open, due_at, number);
CREATE INDEX requests_by_state ON requests (state, due_at, number);
CREATE INDEX requests_by_department ON requests (department, is_open, due_at, number);
CREATE INDEX requests_by_assignee ON requests (assignee, is_open, due_at, number);

CREATE TABLE request_steps (
    project TEXT NOT NULL,
    request BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    at BIGINT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    who TEXT NOT NULL,
    step TEXT NOT NULL,
    detail TEXT NOT NULL,
    object TEXT NOT NULL,
    said TEXT NOT NULL,
    form_key TEXT NOT NULL,
    PRIMARY KEY (project, request, number),
    FOREIGN KEY (project, request) REFERENCES requests (project, number)
) STRICT KEYED;
-- A form sent twice does one thing.
CREATE UNIQUE INDEX request_steps_by_form ON request_steps (project, form_key);

CREATE TABLE request_values (
    project TEXT NOT NULL,
    request BIGINT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (project, request, field),
    FOREIGN KEY (project, request) REFERENCES requests (project, number)
) STRICT KEYED;

-- Files that people attach, each kept once.
CREATE TABLE attachments (
    sha256 BYTES NOT NULL PRIMARY KEY,
    content BYTES NOT NULL
) STRICT KEYED;

CREATE TABLE request_files (
    project TEXT NOT NULL,
    request BIGINT NOT NULL,
    step BIGINT NOT NULL,
    place BIGINT NOT NULL,
    field TEXT,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    sha256 BYTES NOT NULL REFERENCES attachments (sha256),
    PRIMARY KEY (project, request, step, place),
    FOREIGN KEY (project, request, step) REFERENCES request_steps (project, request, number)
) STRICT KEYED;

-- Times in which a project is not frozen, whatever it owes: put there by staff, never taken away.
CREATE TABLE freeze_deferrals (
    project TEXT NOT NULL REFERENCES projects (pid),
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL CHECK (until_at > from_at),
    PRIMARY KEY (project, from_at)
) STRICT KEYED;

-- A phone that staff have bound to an account (R16).
CREATE TABLE account_phones (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    phone TEXT NOT NULL,
    bound_at BIGINT NOT NULL
) STRICT KEYED;

-- Tracing a payment by its sum.
CREATE INDEX bank_lines_by_amount ON bank_lines (amount, number);
