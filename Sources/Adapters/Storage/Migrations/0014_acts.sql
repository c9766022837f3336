-- Acts of reconciliation that were made (R122): numbered per region and year, and frozen.
CREATE TABLE reconciliation_acts (
    account TEXT NOT NULL REFERENCES accounts (id),
    supplier TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    region TEXT NOT NULL,
    tax_id TEXT NOT NULL,
    day BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    through_day BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT,
    content BYTES NOT NULL,
    sha256 BYTES NOT NULL,
    PRIMARY KEY (account, region, year, number),
    CHECK (from_day <= through_day)
) STRICT;
CREATE UNIQUE INDEX reconciliation_acts_by_number ON reconciliation_acts (region, year, number);
CREATE INDEX reconciliation_acts_by_time ON reconciliation_acts (account, region, tax_id, made_at);

-- The supplier's founding documents, for a customer's security people (R121): put in by staff, withdrawn and never
-- deleted. The bytes lie by their hash.
CREATE TABLE founding_bytes (
    sha256 BYTES NOT NULL PRIMARY KEY,
    content BYTES NOT NULL
) STRICT;
CREATE TABLE founding_papers (
    region TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    title TEXT NOT NULL,
    day BIGINT NOT NULL,
    file TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('pdf', 'png', 'jpeg')),
    size BIGINT NOT NULL CHECK (size > 0),
    sha256 BYTES NOT NULL REFERENCES founding_bytes (sha256),
    added_at BIGINT NOT NULL,
    PRIMARY KEY (region, number)
) STRICT KEYED;
CREATE TABLE founding_withdrawals (
    region TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (region, number),
    FOREIGN KEY (region, number) REFERENCES founding_papers (region, number)
) STRICT KEYED;
