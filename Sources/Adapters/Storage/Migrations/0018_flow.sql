-- How a party asked for its closing documents in a region, from a month's documents on: only appended. In force for a
-- month is, of those that have begun, the one that begins last, and of one month the last that was asked.
CREATE TABLE document_flows (
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    n BIGINT NOT NULL CHECK (n > 0),
    tax_id TEXT NOT NULL,
    contract_from BIGINT,
    from_month BIGINT NOT NULL,
    documents TEXT NOT NULL,
    per_project BIGINT NOT NULL CHECK (per_project IN (0, 1)),
    way TEXT NOT NULL CHECK (way IN ('edm', 'post', 'courier')),
    recipient TEXT NOT NULL,
    phone TEXT NOT NULL,
    contact TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    copies TEXT NOT NULL CHECK (copies IN ('none', 'once', 'monthly')),
    addresses TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by TEXT,
    PRIMARY KEY (account, region, n)
) STRICT KEYED;
-- What became of a package on its way: an address for its paper, that it went out; project is '' where one package
-- covers them all.
CREATE TABLE dispatches (
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    month BIGINT NOT NULL,
    project TEXT NOT NULL,
    n BIGINT NOT NULL CHECK (n > 0),
    step TEXT NOT NULL CHECK (step IN ('address', 'sent', 'copied')),
    address TEXT NOT NULL,
    is_legal BIGINT NOT NULL CHECK (is_legal IN (0, 1)),
    at BIGINT NOT NULL,
    by_user TEXT,
    PRIMARY KEY (account, region, month, project, n),
    CHECK ((step = 'address') = (address <> ''))
) STRICT KEYED;
-- A month's packages, page by page.
CREATE INDEX closings_by_package ON closings (region, month, account, project);
