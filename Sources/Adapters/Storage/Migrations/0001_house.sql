-- The house's tables. Types are aliases that each engine spells its own way: BIGINT, BYTES; STRICT and
-- KEYED (rows kept in the order of their key) are SQLite's and vanish elsewhere. Sums are minor units,
-- moments microseconds UTC, days counts since 1970, months year * 12 + month - 1.

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    tax_id TEXT,
    is_company BIGINT NOT NULL CHECK (is_company IN (0, 1)),
    registered_at BIGINT NOT NULL,
    record TEXT NOT NULL,
    digest BYTES NOT NULL
) STRICT;
CREATE INDEX accounts_by_tax_id ON accounts (tax_id);

CREATE TABLE projects (
    pid TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    has_contract BIGINT NOT NULL CHECK (has_contract IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('active', 'frozen')),
    frozen_at BIGINT,
    deletion_due BIGINT,
    ever_paid BIGINT NOT NULL CHECK (ever_paid IN (0, 1)),
    lot_total BIGINT NOT NULL CHECK (lot_total BETWEEN 0 AND 4000000000000000000),
    debt_total BIGINT NOT NULL CHECK (debt_total BETWEEN 0 AND 4000000000000000000),
    last_arrival BIGINT NOT NULL,
    settled_arrival BIGINT NOT NULL,
    settled_until BIGINT NOT NULL,
    run BIGINT NOT NULL,
    CHECK (lot_total = 0 OR debt_total = 0),
    CHECK ((state = 'frozen') = (frozen_at IS NOT NULL)),
    CHECK ((frozen_at IS NULL) = (deletion_due IS NULL))
) STRICT;
CREATE INDEX projects_by_account ON projects (account);

CREATE TABLE suppliers (
    region TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL
) STRICT;

CREATE TABLE price_listings (
    region TEXT NOT NULL,
    sku TEXT NOT NULL,
    valid_from BIGINT NOT NULL,
    service TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    price BIGINT NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL,
    bonus_type TEXT,
    PRIMARY KEY (region, sku, valid_from)
) STRICT;

-- An event is kept once for ever: its identity here, whatever day it says, and its body beside.
CREATE TABLE usage_identities (
    identity BYTES NOT NULL PRIMARY KEY,
    project TEXT NOT NULL,
    body BYTES NOT NULL
) STRICT KEYED;

CREATE TABLE usage_events (
    project TEXT NOT NULL,
    arrival BIGINT NOT NULL,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    type TEXT NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL CHECK (ended_at > started_at),
    labels TEXT NOT NULL,
    PRIMARY KEY (project, arrival)
) STRICT KEYED;

-- accrued_minor + accrued_rest / 10^7 is the exact cost in minor units.
CREATE TABLE day_lines (
    project TEXT NOT NULL,
    day BIGINT NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    service TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    accrued_minor BIGINT NOT NULL CHECK (accrued_minor BETWEEN 0 AND 4000000000000000000),
    accrued_rest BIGINT NOT NULL CHECK (accrued_rest BETWEEN 0 AND 9999999),
    posted BIGINT NOT NULL CHECK (posted BETWEEN 0 AND 4000000000000000000),
    labels TEXT NOT NULL,
    labels_end BIGINT NOT NULL,
    labels_id TEXT NOT NULL,
    PRIMARY KEY (project, day, resource, sku)
) STRICT KEYED;
CREATE INDEX day_lines_by_sku ON day_lines (sku, day);

CREATE TABLE credits (
    id TEXT NOT NULL PRIMARY KEY,
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
    CHECK ((means = 'bonus') = (bonus_type IS NOT NULL)),
    CHECK ((means = 'bonus') = (expires_at IS NOT NULL)),
    CHECK ((means = 'bank') = (document IS NOT NULL))
) STRICT;

CREATE TABLE pending_credits (
    project TEXT NOT NULL,
    at BIGINT NOT NULL,
    id TEXT NOT NULL REFERENCES credits (id),
    PRIMARY KEY (project, at, id)
) STRICT KEYED;

-- Lots in crediting order: position counts from 1 in each project.
CREATE TABLE lots (
    project TEXT NOT NULL,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE REFERENCES credits (id),
    amount BIGINT NOT NULL CHECK (amount > 0),
    remaining BIGINT NOT NULL,
    PRIMARY KEY (project, position),
    CHECK (remaining BETWEEN 0 AND amount)
) STRICT;
CREATE INDEX open_lots ON lots (project, position) WHERE remaining > 0;

CREATE TABLE grants (
    project TEXT NOT NULL,
    id TEXT NOT NULL REFERENCES credits (id),
    amount BIGINT NOT NULL CHECK (amount > 0),
    remaining BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (project, id),
    CHECK (remaining BETWEEN 0 AND amount)
) STRICT;
CREATE INDEX open_grants ON grants (project, expires_at) WHERE remaining > 0;

CREATE TABLE debts (
    project TEXT NOT NULL,
    number BIGINT NOT NULL,
    day BIGINT NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    scheme TEXT NOT NULL CHECK (scheme IN ('prepaid', 'postpaid')),
    amount BIGINT NOT NULL CHECK (amount BETWEEN 1 AND 4000000000000000000),
    PRIMARY KEY (project, number)
) STRICT KEYED;

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
    credit TEXT REFERENCES credits (id),
    recognised BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (project, run, n),
    CHECK ((source = 'debt') = (credit IS NULL))
) STRICT KEYED;
CREATE INDEX portions_by_month ON portions (project, recognised);
CREATE INDEX portions_by_line ON portions (project, day, resource, sku);

CREATE TABLE state_transitions (
    project TEXT NOT NULL,
    n BIGINT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'frozen')),
    frozen_at BIGINT,
    deletion_due BIGINT,
    cause TEXT NOT NULL,
    PRIMARY KEY (project, n)
) STRICT;

CREATE TABLE journal (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    at BIGINT NOT NULL,
    cause TEXT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (chain, sequence),
    UNIQUE (chain, cause)
) STRICT;

CREATE TABLE journal_entries (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    account TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount <> 0 AND amount BETWEEN -4000000000000000000 AND 4000000000000000000),
    PRIMARY KEY (chain, sequence, account),
    FOREIGN KEY (chain, sequence) REFERENCES journal (chain, sequence)
) STRICT KEYED;
CREATE INDEX journal_entries_by_account ON journal_entries (chain, account);

CREATE TABLE journal_balances (
    chain TEXT NOT NULL,
    account TEXT NOT NULL,
    balance BIGINT NOT NULL CHECK (balance BETWEEN -4000000000000000000 AND 4000000000000000000),
    PRIMARY KEY (chain, account)
) STRICT KEYED;

CREATE TABLE bank_statements (
    digest BYTES NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    content BYTES NOT NULL,
    received_at BIGINT NOT NULL,
    is_held BIGINT NOT NULL CHECK (is_held IN (0, 1)),
    as_booked BIGINT NOT NULL CHECK (as_booked IN (0, 1)),
    accepted_at BIGINT
) STRICT;

CREATE TABLE bank_lines (
    id TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    statement BYTES NOT NULL REFERENCES bank_statements (digest),
    file_line BIGINT NOT NULL,
    region TEXT,
    direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing', 'unknown')),
    document TEXT NOT NULL,
    day BIGINT NOT NULL,
    credited_day BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount BETWEEN 1 AND 4000000000000000000),
    payer TEXT NOT NULL,
    payer_tax_id TEXT,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('matched', 'unclear', 'outgoing', 'held')),
    reasons TEXT NOT NULL,
    decided_at BIGINT NOT NULL
) STRICT;
CREATE INDEX bank_lines_by_state ON bank_lines (state, number);

CREATE TABLE bank_shares (
    line TEXT NOT NULL REFERENCES bank_lines (id),
    n BIGINT NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    credit TEXT NOT NULL REFERENCES credits (id),
    amount BIGINT NOT NULL CHECK (amount > 0),
    invoice_region TEXT,
    invoice_number BIGINT,
    invoice_day BIGINT,
    PRIMARY KEY (line, n)
) STRICT;
CREATE INDEX bank_shares_by_invoice ON bank_shares (invoice_region, invoice_number, invoice_day);

-- Gapless numbers: the last one given (D17).
CREATE TABLE document_counters (
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    last BIGINT NOT NULL CHECK (last > 0),
    PRIMARY KEY (supplier, kind, year)
) STRICT;

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
    PRIMARY KEY (supplier, kind, year, number)
) STRICT;
CREATE INDEX documents_by_month ON documents (region, month, position);

CREATE TABLE document_shares (
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    amount BIGINT NOT NULL,
    PRIMARY KEY (supplier, kind, year, number, project),
    FOREIGN KEY (supplier, kind, year, number) REFERENCES documents (supplier, kind, year, number)
) STRICT;

-- A month that is over for a customer; project is '' where one package covers them all.
CREATE TABLE closings (
    region TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    project TEXT NOT NULL,
    month BIGINT NOT NULL,
    tax_id TEXT NOT NULL,
    skipped TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (region, account, project, month)
) STRICT;
CREATE INDEX closings_by_month ON closings (region, month);

CREATE TABLE closed_months (
    region TEXT NOT NULL,
    month BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (region, month)
) STRICT;
