-- Who may call over HTTP, by the hash of what they show, and the answers kept for repeated requests.
CREATE TABLE tokens (
    hash BYTES NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    project TEXT REFERENCES projects (pid),
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT
) STRICT;
CREATE TABLE idempotency_keys (
    token BYTES NOT NULL REFERENCES tokens (hash),
    key TEXT NOT NULL,
    route TEXT NOT NULL,
    digest BYTES NOT NULL,
    status BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    location TEXT NOT NULL,
    answer BYTES NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (token, key)
) STRICT KEYED;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
