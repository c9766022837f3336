-- The embedded registry: parties by tax id, head office and branches by КПП, and banks by БИК, as a file brought them.
CREATE TABLE registry_parties (
    tax_id TEXT NOT NULL,
    kpp TEXT NOT NULL,
    is_branch BIGINT NOT NULL CHECK (is_branch IN (0, 1)),
    record TEXT NOT NULL,
    PRIMARY KEY (tax_id, kpp)
) STRICT KEYED;
CREATE TABLE registry_banks (
    bik TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL
) STRICT KEYED;
-- Terms of an individual contract that are agreed upon and not signed yet: one of a customer in a region at a time.
CREATE TABLE contract_drafts (
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    record TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (account, region)
) STRICT KEYED;
-- What was signed, as the file that came, by the day the version begins.
CREATE TABLE contract_files (
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    starts BIGINT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    sha256 BYTES NOT NULL,
    bytes BYTES NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, starts)
) STRICT;
