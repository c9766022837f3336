-- Who signs in, what each is to which project, and what is counted and sent for them. No sum rests on it.
CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    side TEXT NOT NULL CHECK (side IN ('cabinet', 'office')),
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    password TEXT NOT NULL,
    second_step TEXT NOT NULL CHECK (second_step IN ('off', 'begun', 'on')),
    second_step_secret BYTES,
    second_step_last BIGINT,
    staff_roles TEXT NOT NULL,
    account TEXT REFERENCES accounts (id),
    project_quota BIGINT,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    disabled_at BIGINT,
    UNIQUE (side, email),
    CHECK ((second_step = 'off') = (second_step_secret IS NULL)),
    CHECK (side = 'office' OR staff_roles = '')
) STRICT;
CREATE TABLE members (
    project TEXT NOT NULL REFERENCES projects (pid),
    user_id TEXT NOT NULL REFERENCES users (id),
    roles TEXT NOT NULL CHECK (roles <> ''),
    is_owner BIGINT NOT NULL CHECK (is_owner IN (0, 1)),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (project, user_id)
) STRICT KEYED;
CREATE INDEX members_by_user ON members (user_id);
-- Exactly one owner: never two, and the desk never removes the one.
CREATE UNIQUE INDEX one_owner ON members (project) WHERE is_owner = 1;
-- By the hash of a token that only the browser has.
CREATE TABLE sessions (
    hash BYTES NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    side TEXT NOT NULL CHECK (side IN ('cabinet', 'office')),
    stage TEXT NOT NULL CHECK (stage IN ('second-step', 'open')),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    network TEXT NOT NULL,
    agent TEXT NOT NULL
) STRICT KEYED;
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_age ON sessions (created_at);
CREATE TABLE devices (
    hash BYTES NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL
) STRICT KEYED;
CREATE INDEX devices_by_user ON devices (user_id);
-- What the links of letters hold; a code that is used is gone.
CREATE TABLE one_time_codes (
    hash BYTES NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirmation', 'reset', 'invitation')),
    user_id TEXT NOT NULL REFERENCES users (id),
    project TEXT REFERENCES projects (pid),
    roles TEXT NOT NULL,
    email TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CHECK ((purpose = 'invitation') = (project IS NOT NULL))
) STRICT KEYED;
CREATE INDEX one_time_codes_by_project ON one_time_codes (project);
CREATE INDEX one_time_codes_by_user ON one_time_codes (user_id, purpose);
CREATE TABLE tries (
    name TEXT NOT NULL PRIMARY KEY,
    count BIGINT NOT NULL CHECK (count > 0),
    last_at BIGINT NOT NULL
) STRICT KEYED;
CREATE INDEX tries_by_age ON tries (last_at);
-- To be sent, as rendered.
CREATE TABLE letters (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL
) STRICT KEYED;
CREATE INDEX letters_by_age ON letters (created_at);
