-- Every table that grows with use is keyed, and unique, by what it can be spread over workers by: its
-- project, its account, its chain, or itself (decision 0023). What says more than that, a number that
-- is nobody else's, is an index of its own, which a spread database does without.

-- A credit's id is known for ever, whosever it was.
CREATE TABLE credit_identities (
    id TEXT NOT NULL PRIMARY KEY,
    project TEXT NOT NULL,
    digest BYTES NOT NULL
) STRICT KEYED;
INSERT INTO credit_identities (id, project, digest) SELECT id, project, digest FROM credits;

ALTER TABLE credits RENAME TO credits_by_id;
ALTER TABLE pending_credits RENAME TO pending_credits_by_id;
ALTER TABLE lots RENAME TO lots_by_id;
ALTER TABLE grants RENAME TO grants_by_id;
ALTER TABLE portions RENAME TO portions_by_id;
ALTER TABLE bank_shares RENAME TO shares_by_line;
ALTER TABLE documents RENAME TO documents_as_numbered;
ALTER TABLE document_shares RENAME TO shares_as_numbered;
ALTER TABLE payment_invoices RENAME TO invoices_as_numbered;

CREATE TABLE credits (
    id TEXT NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    means TEXT NOT NULL CHECK (means IN ('bank', 'card', 'sbp', 'wallet', 'mobile', 'bonus')),
    amount BIGINT NOT NULL CHECK (amount BETWEEN 1 AND 4000000000000000000),
    at BIGINT NOT NULL,
    bonus_type TEXT,
    expires_at BIGINT,
    payer TEXT,
    document TEXT,
    document_day BIGINT,
    first6 TEXT,
    last4 TEXT,
    scheme TEXT,
    issuer_country TEXT,
    from_suspense BIGINT NOT NULL CHECK (from_suspense IN (0, 1)),
    digest BYTES NOT NULL,
    PRIMARY KEY (project, id),
    CHECK ((means = 'bonus') = (bonus_type IS NOT NULL)),
    CHECK ((means = 'bonus') = (expires_at IS NOT NULL)),
    CHECK ((means = 'bank') = (document IS NOT NULL))
) STRICT KEYED;
INSERT INTO credits (id, project, means, amount, at, bonus_type, expires_at, payer, document,
        document_day, first6, last4, scheme, issuer_country, from_suspense, digest)
    SELECT id, project, means, amount, at, bonus_type, expires_at, payer, document,
        document_day, first6, last4, scheme, issuer_country, from_suspense, digest
    FROM credits_by_id;

CREATE TABLE pending_credits (
    project TEXT NOT NULL,
    at BIGINT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (project, at, id),
    FOREIGN KEY (project, id) REFERENCES credits (project, id)
) STRICT KEYED;
INSERT INTO pending_credits (project, at, id) SELECT project, at, id FROM pending_credits_by_id;

-- Lots in crediting order: position counts from 1 in each project.
CREATE TABLE lots (
    project TEXT NOT NULL,
    position BIGINT NOT NULL,
    id TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    remaining BIGINT NOT NULL,
    PRIMARY KEY (project, position),
    UNIQUE (project, id),
    FOREIGN KEY (project, id) REFERENCES credits (project, id),
    CHECK (remaining BETWEEN 0 AND amount)
) STRICT;
INSERT INTO lots (project, position, id, amount, remaining)
    SELECT project, position, id, amount, remaining FROM lots_by_id;

CREATE TABLE grants (
    project TEXT NOT NULL,
    id TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    remaining BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (project, id),
    FOREIGN KEY (project, id) REFERENCES credits (project, id),
    CHECK (remaining BETWEEN 0 AND amount)
) STRICT;
INSERT INTO grants (project, id, amount, remaining, expires_at)
    SELECT project, id, amount, remaining, expires_at FROM grants_by_id;

-- What each settlement run posted, by day line and source; a paid debt takes its amount back.
CREATE TABLE portions (
    project TEXT NOT NULL,
    run BIGINT NOT NULL,
    n BIGINT NOT NULL,
    day BIGINT NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    scheme TEXT NOT NULL CHECK (scheme IN ('prepaid', 'postpaid')),
    source TEXT NOT NULL CHECK (source IN ('grant', 'lot', 'debt')),
    credit TEXT,
    recognised BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (project, run, n),
    FOREIGN KEY (project, credit) REFERENCES credits (project, id),
    CHECK ((source = 'debt') = (credit IS NULL))
) STRICT KEYED;
INSERT INTO portions (project, run, n, day, resource, sku, scheme, source, credit, recognised, amount)
    SELECT project, run, n, day, resource, sku, scheme, source, credit, recognised, amount
    FROM portions_by_id;

-- Whose a bank line's money is. Bank lines are kept whole, and so are their shares: whoever is whole refers to
-- nobody that is spread.
CREATE TABLE bank_shares (
    line TEXT NOT NULL REFERENCES bank_lines (id),
    n BIGINT NOT NULL,
    project TEXT NOT NULL,
    credit TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    invoice_region TEXT,
    invoice_number BIGINT,
    invoice_day BIGINT,
    PRIMARY KEY (line, n)
) STRICT;
INSERT INTO bank_shares (line, n, project, credit, amount, invoice_region, invoice_number, invoice_day)
    SELECT line, n, project, credit, amount, invoice_region, invoice_number, invoice_day
    FROM shares_by_line;

CREATE TABLE documents (
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('upd', 'taxInvoice', 'act', 'invoice')),
    year BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    region TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    month BIGINT NOT NULL,
    day BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    content BYTES NOT NULL,
    sha256 BYTES NOT NULL,
    PRIMARY KEY (account, supplier, kind, year, number)
) STRICT;
INSERT INTO documents (supplier, kind, year, number, region, account, month, day, issued_at, position,
        content, sha256)
    SELECT supplier, kind, year, number, region, account, month, day, issued_at, position, content, sha256
    FROM documents_as_numbered;

CREATE TABLE document_shares (
    account TEXT NOT NULL,
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    amount BIGINT NOT NULL,
    PRIMARY KEY (account, supplier, kind, year, number, project),
    FOREIGN KEY (account, supplier, kind, year, number)
        REFERENCES documents (account, supplier, kind, year, number)
) STRICT;
INSERT INTO document_shares (account, supplier, kind, year, number, project, amount)
    SELECT d.account, s.supplier, s.kind, s.year, s.number, s.project, s.amount
    FROM shares_as_numbered s
        JOIN documents_as_numbered d ON d.supplier = s.supplier AND d.kind = s.kind AND d.year = s.year
            AND d.number = s.number;

CREATE TABLE payment_invoices (
    supplier TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    region TEXT NOT NULL,
    day BIGINT NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    amount BIGINT NOT NULL CHECK (amount > 0 AND amount <= 4000000000000000000),
    issued_at BIGINT NOT NULL,
    content BYTES NOT NULL,
    sha256 BYTES NOT NULL,
    PRIMARY KEY (project, supplier, year, number)
) STRICT;
INSERT INTO payment_invoices (supplier, year, number, region, day, project, amount, issued_at, content,
        sha256)
    SELECT supplier, year, number, region, day, project, amount, issued_at, content, sha256
    FROM invoices_as_numbered;

-- The old ones go, what refers before what is referred to; their indexes and triggers go with them.
DROP TABLE pending_credits_by_id;
DROP TABLE lots_by_id;
DROP TABLE grants_by_id;
DROP TABLE portions_by_id;
DROP TABLE shares_by_line;
DROP TABLE credits_by_id;
DROP TABLE shares_as_numbered;
DROP TABLE documents_as_numbered;
DROP TABLE invoices_as_numbered;

CREATE INDEX open_lots ON lots (project, position) WHERE remaining > 0;
CREATE INDEX open_grants ON grants (project, expires_at) WHERE remaining > 0;
CREATE INDEX portions_by_month ON portions (project, recognised);
CREATE INDEX portions_by_line ON portions (project, day, resource, sku);
CREATE INDEX bank_shares_by_invoice ON bank_shares (invoice_region, invoice_number, invoice_day);
CREATE UNIQUE INDEX documents_by_number ON documents (supplier, kind, year, number);
CREATE INDEX documents_by_address ON documents (region, kind, year, number);
CREATE INDEX documents_by_month ON documents (region, month, position);
CREATE INDEX document_shares_by_project ON document_shares (project);
CREATE UNIQUE INDEX payment_invoices_by_number ON payment_invoices (supplier, year, number);
CREATE INDEX payment_invoices_by_day ON payment_invoices (region, number, day);
CREATE INDEX payment_invoices_by_project ON payment_invoices (project, issued_at);
