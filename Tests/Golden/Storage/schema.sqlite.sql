CREATE TABLE account_phones (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    phone TEXT NOT NULL,
    bound_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    tax_id TEXT,
    is_company INTEGER NOT NULL CHECK (is_company IN (0, 1)),
    registered_at INTEGER NOT NULL,
    record TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT;

CREATE TABLE assignments (
    project TEXT NOT NULL REFERENCES projects (pid),
    run INTEGER NOT NULL CHECK (run > 0),
    credit TEXT NOT NULL,
    assignor TEXT NOT NULL,
    assignee TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    at INTEGER NOT NULL,
    PRIMARY KEY (project, run, credit),
    FOREIGN KEY (project, credit) REFERENCES credits (project, id),
    CHECK (assignor <> assignee)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
    sha256 BLOB NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entries (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    at INTEGER NOT NULL,
    user_id TEXT REFERENCES users (id),
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    account TEXT REFERENCES accounts (id),
    reason TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_lines (
    id TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    statement BLOB NOT NULL REFERENCES bank_statements (digest),
    file_line INTEGER NOT NULL,
    region TEXT,
    direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing', 'unknown')),
    document TEXT NOT NULL,
    day INTEGER NOT NULL,
    credited_day INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 4000000000000000000),
    payer TEXT NOT NULL,
    payer_tax_id TEXT,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('matched', 'unclear', 'outgoing', 'held')),
    reasons TEXT NOT NULL,
    decided_at INTEGER NOT NULL
) STRICT;

CREATE TABLE bank_shares (
    line TEXT NOT NULL REFERENCES bank_lines (id),
    n INTEGER NOT NULL,
    project TEXT NOT NULL,
    credit TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    invoice_region TEXT,
    invoice_number INTEGER,
    invoice_day INTEGER,
    PRIMARY KEY (line, n)
) STRICT;

CREATE TABLE bank_statements (
    digest BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
    as_booked INTEGER NOT NULL CHECK (as_booked IN (0, 1)),
    accepted_at INTEGER
, refused_at INTEGER) STRICT;

CREATE TABLE claimed_accounts (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE closed_months (
    region TEXT NOT NULL,
    month INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (region, month)
) STRICT;

CREATE TABLE closings (
    region TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    project TEXT NOT NULL,
    month INTEGER NOT NULL,
    tax_id TEXT NOT NULL,
    skipped TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (region, account, project, month)
) STRICT;

CREATE TABLE conservations (
    project TEXT NOT NULL REFERENCES projects (pid),
    n INTEGER NOT NULL CHECK (n > 0),
    at INTEGER NOT NULL,
    turn TEXT NOT NULL CHECK (turn IN ('begun', 'ended')),
    user_id TEXT REFERENCES users (id),
    who TEXT NOT NULL,
    PRIMARY KEY (project, n),
    CHECK ((turn = 'begun') = (n % 2 = 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE contract_drafts (
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    record TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL, party TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE contract_files (
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    starts INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    bytes BLOB NOT NULL,
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (account, region, starts)
) STRICT;

CREATE TABLE credit_identities (
    id TEXT NOT NULL PRIMARY KEY,
    project TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE credits (
    id TEXT NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    means TEXT NOT NULL CHECK (means IN ('bank', 'card', 'sbp', 'wallet', 'mobile', 'bonus')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 4000000000000000000),
    at INTEGER NOT NULL,
    bonus_type TEXT,
    expires_at INTEGER,
    payer TEXT,
    document TEXT,
    document_day INTEGER,
    first6 TEXT,
    last4 TEXT,
    scheme TEXT,
    issuer_country TEXT,
    from_suspense INTEGER NOT NULL CHECK (from_suspense IN (0, 1)),
    digest BLOB NOT NULL,
    PRIMARY KEY (project, id),
    CHECK ((means = 'bonus') = (bonus_type IS NOT NULL)),
    CHECK ((means = 'bonus') = (expires_at IS NOT NULL)),
    CHECK ((means = 'bank') = (document IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE day_lines (
    project TEXT NOT NULL,
    day INTEGER NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    service TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    accrued_minor INTEGER NOT NULL CHECK (accrued_minor BETWEEN 0 AND 4000000000000000000),
    accrued_rest INTEGER NOT NULL CHECK (accrued_rest BETWEEN 0 AND 9999999),
    posted INTEGER NOT NULL CHECK (posted BETWEEN 0 AND 4000000000000000000),
    labels TEXT NOT NULL,
    labels_end INTEGER NOT NULL,
    labels_id TEXT NOT NULL,
    PRIMARY KEY (project, day, resource, sku)
) STRICT, WITHOUT ROWID;

CREATE TABLE debts (
    project TEXT NOT NULL,
    number INTEGER NOT NULL,
    day INTEGER NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    scheme TEXT NOT NULL CHECK (scheme IN ('prepaid', 'postpaid')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 4000000000000000000),
    PRIMARY KEY (project, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    hash BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dispatches (
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    month INTEGER NOT NULL,
    project TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    step TEXT NOT NULL CHECK (step IN ('address', 'sent', 'copied')),
    address TEXT NOT NULL,
    is_legal INTEGER NOT NULL CHECK (is_legal IN (0, 1)),
    at INTEGER NOT NULL,
    by_user TEXT,
    PRIMARY KEY (account, region, month, project, n),
    CHECK ((step = 'address') = (address <> ''))
) STRICT, WITHOUT ROWID;

CREATE TABLE disputes (
    project TEXT NOT NULL REFERENCES projects (pid),
    day INTEGER NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    events INTEGER NOT NULL CHECK (events > 0),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (project, day, resource, sku)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_counters (
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last > 0),
    PRIMARY KEY (supplier, kind, year)
) STRICT;

CREATE TABLE document_flows (
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    tax_id TEXT NOT NULL,
    contract_from INTEGER,
    from_month INTEGER NOT NULL,
    documents TEXT NOT NULL,
    per_project INTEGER NOT NULL CHECK (per_project IN (0, 1)),
    way TEXT NOT NULL CHECK (way IN ('edm', 'post', 'courier')),
    recipient TEXT NOT NULL,
    phone TEXT NOT NULL,
    contact TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    copies TEXT NOT NULL CHECK (copies IN ('none', 'once', 'monthly')),
    addresses TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    asked_by TEXT,
    PRIMARY KEY (account, region, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_shares (
    account TEXT NOT NULL,
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    amount INTEGER NOT NULL,
    PRIMARY KEY (account, supplier, kind, year, number, project),
    FOREIGN KEY (account, supplier, kind, year, number)
        REFERENCES documents (account, supplier, kind, year, number)
) STRICT;

CREATE TABLE documents (
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('upd', 'taxInvoice', 'act', 'invoice')),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    region TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    month INTEGER NOT NULL,
    day INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    position INTEGER NOT NULL,
    content BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    PRIMARY KEY (account, supplier, kind, year, number)
) STRICT;

CREATE TABLE expense_limits (
    project TEXT NOT NULL PRIMARY KEY REFERENCES projects (pid),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 100 AND 99999999900),
    notifies INTEGER NOT NULL CHECK (notifies IN (0, 1)),
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
    chain TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (chain, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE founding_bytes (
    sha256 BLOB NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE founding_papers (
    region TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    title TEXT NOT NULL,
    day INTEGER NOT NULL,
    file TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('pdf', 'png', 'jpeg')),
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 BLOB NOT NULL REFERENCES founding_bytes (sha256),
    added_at INTEGER NOT NULL,
    PRIMARY KEY (region, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE founding_withdrawals (
    region TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (region, number),
    FOREIGN KEY (region, number) REFERENCES founding_papers (region, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE freeze_deferrals (
    project TEXT NOT NULL REFERENCES projects (pid),
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL CHECK (until_at > from_at),
    PRIMARY KEY (project, from_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE grants (
    project TEXT NOT NULL,
    id TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    remaining INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (project, id),
    FOREIGN KEY (project, id) REFERENCES credits (project, id),
    CHECK (remaining BETWEEN 0 AND amount)
) STRICT;

CREATE TABLE idempotency_keys (
    token BLOB NOT NULL REFERENCES tokens (hash),
    key TEXT NOT NULL,
    route TEXT NOT NULL,
    digest BLOB NOT NULL,
    status INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    location TEXT NOT NULL,
    answer BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (token, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    chain TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    at INTEGER NOT NULL,
    cause TEXT NOT NULL,
    hash BLOB NOT NULL, payload TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (chain, sequence),
    UNIQUE (chain, cause)
) STRICT;

CREATE TABLE journal_balances (
    chain TEXT NOT NULL,
    account TEXT NOT NULL,
    balance INTEGER NOT NULL CHECK (balance BETWEEN -4000000000000000000 AND 4000000000000000000),
    PRIMARY KEY (chain, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_entries (
    chain TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    account TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0 AND amount BETWEEN -4000000000000000000 AND 4000000000000000000),
    PRIMARY KEY (chain, sequence, account),
    FOREIGN KEY (chain, sequence) REFERENCES journal (chain, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL REFERENCES nodes (id),
    token INTEGER NOT NULL CHECK (token > 0),
    taken_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    released_at INTEGER
) STRICT;

CREATE TABLE letter_words (
    word TEXT NOT NULL,
    letter INTEGER NOT NULL,
    PRIMARY KEY (word, letter)
) STRICT, WITHOUT ROWID;

CREATE TABLE letters (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL
, due_at INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0, trouble TEXT, sent_at INTEGER, failed_at INTEGER, bounced_at INTEGER, package TEXT, papers TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE limit_notices (
    project TEXT NOT NULL REFERENCES projects (pid),
    month INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    spent INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (project, month, amount)
) STRICT, WITHOUT ROWID;

CREATE TABLE lots (
    project TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    remaining INTEGER NOT NULL, assignee TEXT,
    PRIMARY KEY (project, position),
    UNIQUE (project, id),
    FOREIGN KEY (project, id) REFERENCES credits (project, id),
    CHECK (remaining BETWEEN 0 AND amount)
) STRICT;

CREATE TABLE mailboxes (
    name TEXT NOT NULL PRIMARY KEY,
    validity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    looked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
    project TEXT NOT NULL REFERENCES projects (pid),
    user_id TEXT NOT NULL REFERENCES users (id),
    roles TEXT NOT NULL CHECK (roles <> ''),
    is_owner INTEGER NOT NULL CHECK (is_owner IN (0, 1)),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (project, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE name_words (
    word TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (word, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE nodes (
    id TEXT NOT NULL PRIMARY KEY,
    host TEXT NOT NULL,
    process INTEGER NOT NULL,
    program TEXT NOT NULL,
    works INTEGER NOT NULL CHECK (works IN (0, 1)),
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    left_at INTEGER
) STRICT;

CREATE TABLE official_rates (
    region TEXT NOT NULL,
    currency TEXT NOT NULL,
    day INTEGER NOT NULL,
    units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 1000000),
    millionths INTEGER NOT NULL CHECK (millionths BETWEEN 1 AND 1000000000000000),
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (region, currency, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_codes (
    hash BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirmation', 'reset', 'invitation')),
    user_id TEXT NOT NULL REFERENCES users (id),
    project TEXT REFERENCES projects (pid),
    roles TEXT NOT NULL,
    email TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CHECK ((purpose = 'invitation') = (project IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    account TEXT NOT NULL REFERENCES accounts (id),
    topic TEXT NOT NULL,
    subject TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    trouble TEXT,
    done_at INTEGER,
    PRIMARY KEY (account, topic, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE papers (
    account TEXT NOT NULL REFERENCES accounts (id),
    subject TEXT NOT NULL,
    printed_at INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    pdf BLOB NOT NULL,
    PRIMARY KEY (account, subject)
) STRICT;

CREATE TABLE payment_invoices (
    supplier TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    region TEXT NOT NULL,
    day INTEGER NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    amount INTEGER NOT NULL CHECK (amount > 0 AND amount <= 4000000000000000000),
    issued_at INTEGER NOT NULL,
    content BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    PRIMARY KEY (project, supplier, year, number)
) STRICT;

CREATE TABLE pending_credits (
    project TEXT NOT NULL,
    at INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (project, at, id),
    FOREIGN KEY (project, id) REFERENCES credits (project, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE portions (
    project TEXT NOT NULL,
    run INTEGER NOT NULL,
    n INTEGER NOT NULL,
    day INTEGER NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    scheme TEXT NOT NULL CHECK (scheme IN ('prepaid', 'postpaid')),
    source TEXT NOT NULL CHECK (source IN ('grant', 'lot', 'debt')),
    credit TEXT,
    recognised INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0), assignee TEXT,
    PRIMARY KEY (project, run, n),
    FOREIGN KEY (project, credit) REFERENCES credits (project, id),
    CHECK ((source = 'debt') = (credit IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE price_listings (
    region TEXT NOT NULL,
    sku TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    service TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL,
    bonus_type TEXT,
    PRIMARY KEY (region, sku, valid_from)
) STRICT;

CREATE TABLE project_names (
    project TEXT NOT NULL PRIMARY KEY REFERENCES projects (pid),
    name TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE project_passings (
    project TEXT NOT NULL REFERENCES projects (pid),
    n INTEGER NOT NULL CHECK (n > 0),
    from_account TEXT NOT NULL REFERENCES accounts (id),
    to_account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    at INTEGER NOT NULL,
    run INTEGER NOT NULL CHECK (run >= 0),
    PRIMARY KEY (project, n),
    CHECK (from_account <> to_account)
) STRICT, WITHOUT ROWID;

CREATE TABLE projects (
    pid TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    has_contract INTEGER NOT NULL CHECK (has_contract IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('active', 'frozen')),
    frozen_at INTEGER,
    deletion_due INTEGER,
    ever_paid INTEGER NOT NULL CHECK (ever_paid IN (0, 1)),
    lot_total INTEGER NOT NULL CHECK (lot_total BETWEEN 0 AND 4000000000000000000),
    debt_total INTEGER NOT NULL CHECK (debt_total BETWEEN 0 AND 4000000000000000000),
    last_arrival INTEGER NOT NULL,
    settled_arrival INTEGER NOT NULL,
    settled_until INTEGER NOT NULL,
    run INTEGER NOT NULL, open_arrival INTEGER NOT NULL DEFAULT 1, turns INTEGER NOT NULL DEFAULT 0, conserved_at INTEGER, passings INTEGER NOT NULL DEFAULT 0,
    CHECK (lot_total = 0 OR debt_total = 0),
    CHECK ((state = 'frozen') = (frozen_at IS NOT NULL)),
    CHECK ((frozen_at IS NULL) = (deletion_due IS NULL))
) STRICT;

CREATE TABLE received_files (
    letter INTEGER NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 BLOB NOT NULL REFERENCES attachments (sha256),
    PRIMARY KEY (letter, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE received_letters (
    mark BLOB NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL CHECK (number > 0),
    mailbox TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    user_id TEXT REFERENCES users (id),
    subject TEXT NOT NULL,
    said TEXT NOT NULL,
    written_at INTEGER,
    left_out TEXT NOT NULL,
    answers INTEGER,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'asked', 'taken', 'bounce', 'automatic', 'aside')),
    wait TEXT,
    kind TEXT,
    project TEXT,
    request INTEGER,
    about TEXT NOT NULL,
    asked_at INTEGER,
    form_key TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE reconciliation_acts (
    account TEXT NOT NULL REFERENCES accounts (id),
    supplier TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    region TEXT NOT NULL,
    tax_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    through_day INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT,
    content BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    PRIMARY KEY (account, region, year, number),
    CHECK (from_day <= through_day)
) STRICT;

CREATE TABLE registry_banks (
    bik TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE registry_parties (
    tax_id TEXT NOT NULL,
    kpp TEXT NOT NULL,
    is_branch INTEGER NOT NULL CHECK (is_branch IN (0, 1)),
    record TEXT NOT NULL,
    PRIMARY KEY (tax_id, kpp)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_files (
    project TEXT NOT NULL,
    request INTEGER NOT NULL,
    step INTEGER NOT NULL,
    place INTEGER NOT NULL,
    field TEXT,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 BLOB NOT NULL REFERENCES attachments (sha256),
    PRIMARY KEY (project, request, step, place),
    FOREIGN KEY (project, request, step) REFERENCES request_steps (project, request, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_steps (
    project TEXT NOT NULL,
    request INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    at INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    who TEXT NOT NULL,
    step TEXT NOT NULL,
    detail TEXT NOT NULL,
    object TEXT NOT NULL,
    said TEXT NOT NULL,
    form_key TEXT NOT NULL,
    PRIMARY KEY (project, request, number),
    FOREIGN KEY (project, request) REFERENCES requests (project, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_values (
    project TEXT NOT NULL,
    request INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (project, request, field),
    FOREIGN KEY (project, request) REFERENCES requests (project, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE requests (
    project TEXT NOT NULL REFERENCES projects (pid),
    number INTEGER NOT NULL CHECK (number > 0),
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    department TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES users (id),
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'assigned', 'waiting', 'done', 'refused', 'withdrawn')),
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    assignee TEXT REFERENCES users (id),
    due_at INTEGER NOT NULL,
    closed_at INTEGER,
    version INTEGER NOT NULL CHECK (version > 0),
    PRIMARY KEY (project, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE returned_credits (
    project TEXT NOT NULL REFERENCES projects (pid),
    id TEXT NOT NULL,
    run INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (project, id),
    FOREIGN KEY (project, id) REFERENCES credits (project, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE schema_migrations (
    number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest BLOB NOT NULL,
    applied_at INTEGER NOT NULL) STRICT;

CREATE TABLE seal_heads (
    seal INTEGER NOT NULL REFERENCES seals (number),
    book TEXT NOT NULL CHECK (book IN ('facts', 'journal')),
    chain TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    PRIMARY KEY (seal, book, chain)
) STRICT, WITHOUT ROWID;

CREATE TABLE seals (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    at INTEGER NOT NULL,
    leaves INTEGER NOT NULL,
    root BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE secret_keys (
    n INTEGER NOT NULL PRIMARY KEY CHECK (n > 0),
    id BLOB NOT NULL,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    hash BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    side TEXT NOT NULL CHECK (side IN ('cabinet', 'office')),
    stage TEXT NOT NULL CHECK (stage IN ('second-step', 'open')),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    network TEXT NOT NULL,
    agent TEXT NOT NULL
, is_stale INTEGER NOT NULL DEFAULT 0 CHECK (is_stale IN (0, 1))) STRICT, WITHOUT ROWID;

CREATE TABLE state_transitions (
    project TEXT NOT NULL,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'frozen')),
    frozen_at INTEGER,
    deletion_due INTEGER,
    cause TEXT NOT NULL, conserved_at INTEGER,
    PRIMARY KEY (project, n)
) STRICT;

CREATE TABLE substitutions (
    project TEXT NOT NULL REFERENCES projects (pid),
    run INTEGER NOT NULL CHECK (run > 0),
    payment TEXT NOT NULL,
    transfer TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    at INTEGER NOT NULL,
    PRIMARY KEY (project, run),
    FOREIGN KEY (project, payment) REFERENCES credits (project, id),
    FOREIGN KEY (project, transfer) REFERENCES credits (project, id),
    CHECK (payment <> transfer)
) STRICT, WITHOUT ROWID;

CREATE TABLE suppliers (
    region TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL
) STRICT;

CREATE TABLE tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    project TEXT REFERENCES projects (pid),
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
, owner TEXT REFERENCES users (id)) STRICT;

CREATE TABLE tries (
    name TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL CHECK (count > 0),
    last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_events (
    project TEXT NOT NULL,
    arrival INTEGER NOT NULL,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    type TEXT NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
    labels TEXT NOT NULL,
    PRIMARY KEY (project, arrival)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_identities (
    identity BLOB NOT NULL PRIMARY KEY,
    project TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    side TEXT NOT NULL CHECK (side IN ('cabinet', 'office')),
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    password TEXT NOT NULL,
    second_step TEXT NOT NULL CHECK (second_step IN ('off', 'begun', 'on')),
    second_step_secret BLOB,
    second_step_last INTEGER,
    staff_roles TEXT NOT NULL,
    account TEXT REFERENCES accounts (id),
    project_quota INTEGER,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    disabled_at INTEGER, is_kept INTEGER NOT NULL DEFAULT 0 CHECK (is_kept IN (0, 1)), second_step_key BLOB,
    UNIQUE (side, email),
    CHECK ((second_step = 'off') = (second_step_secret IS NULL)),
    CHECK (side = 'office' OR staff_roles = '')
) STRICT;

CREATE INDEX accounts_by_email ON accounts (email);

CREATE INDEX accounts_by_tax_id ON accounts (tax_id);

CREATE INDEX audit_by_account ON audit_entries (account, at, number);

CREATE INDEX audit_by_action ON audit_entries (action, at, number);

CREATE INDEX audit_by_object ON audit_entries (object, at, number);

CREATE INDEX audit_by_time ON audit_entries (at, number);

CREATE INDEX audit_by_user ON audit_entries (user_id);

CREATE INDEX audit_by_who ON audit_entries (who, at, number);

CREATE INDEX bank_lines_by_amount ON bank_lines (amount, number);

CREATE INDEX bank_lines_by_day ON bank_lines (direction, credited_day, region, amount);

CREATE INDEX bank_lines_by_document ON bank_lines (document, number);

CREATE INDEX bank_lines_by_payer ON bank_lines (payer_tax_id, number);

CREATE INDEX bank_lines_by_state ON bank_lines (state, number);

CREATE INDEX bank_lines_by_statement ON bank_lines (statement, state, number);

CREATE INDEX bank_shares_by_invoice ON bank_shares (invoice_region, invoice_number, invoice_day);

CREATE INDEX bank_shares_by_project ON bank_shares (project, line);

CREATE INDEX bank_statements_by_time ON bank_statements (received_at, digest);

CREATE INDEX closings_by_account ON closings (account);

CREATE INDEX closings_by_month ON closings (region, month);

CREATE INDEX closings_by_package ON closings (region, month, account, project);

CREATE INDEX conservations_by_user ON conservations (user_id);

CREATE INDEX credits_by_time ON credits (project, at, id);

CREATE INDEX day_lines_by_sku ON day_lines (sku, day);

CREATE INDEX devices_by_user ON devices (user_id);

CREATE INDEX document_shares_by_project ON document_shares (project);

CREATE INDEX documents_by_address ON documents (region, kind, year, number);

CREATE INDEX documents_by_bare_number ON documents (number, year);

CREATE INDEX documents_by_month ON documents (region, month, position);

CREATE UNIQUE INDEX documents_by_number ON documents (supplier, kind, year, number);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE INDEX journal_entries_by_account ON journal_entries (chain, account);

CREATE INDEX leases_by_holder ON leases (holder);

CREATE INDEX letter_words_by_letter ON letter_words (letter);

CREATE INDEX letters_by_age ON letters (created_at);

CREATE INDEX letters_by_package ON letters (package, id) WHERE package IS NOT NULL;

CREATE INDEX letters_due ON letters (due_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;

CREATE INDEX members_by_user ON members (user_id);

CREATE INDEX name_words_by_account ON name_words (account);

CREATE INDEX official_rates_by_day ON official_rates (region, day, currency);

CREATE UNIQUE INDEX one_owner ON members (project) WHERE is_owner = 1;

CREATE INDEX one_time_codes_by_end ON one_time_codes (expires_at);

CREATE INDEX one_time_codes_by_project ON one_time_codes (project);

CREATE INDEX one_time_codes_by_user ON one_time_codes (user_id, purpose);

CREATE INDEX open_grants ON grants (project, expires_at) WHERE remaining > 0;

CREATE INDEX open_lots ON lots (project, position) WHERE remaining > 0;

CREATE INDEX outbox_by_trouble ON outbox (due_at) WHERE done_at IS NULL AND trouble IS NOT NULL;

CREATE INDEX outbox_due ON outbox (topic, due_at) WHERE done_at IS NULL;

CREATE INDEX payment_invoices_by_day ON payment_invoices (region, number, day);

CREATE UNIQUE INDEX payment_invoices_by_number ON payment_invoices (supplier, year, number);

CREATE INDEX payment_invoices_by_project ON payment_invoices (project, issued_at);

CREATE INDEX portions_by_line ON portions (project, day, resource, sku);

CREATE INDEX portions_by_month ON portions (project, recognised);

CREATE INDEX portions_of_grants ON portions (project, credit, source, amount) WHERE source = 'grant';

CREATE INDEX project_passings_from ON project_passings (from_account);

CREATE INDEX project_passings_to ON project_passings (to_account);

CREATE INDEX projects_by_account ON projects (account);

CREATE INDEX projects_owing ON projects (region, debt_total) WHERE debt_total > 0;

CREATE INDEX received_letters_by_number ON received_letters (number);

CREATE INDEX received_letters_by_project ON received_letters (project, number);

CREATE INDEX received_letters_by_sender ON received_letters (sender, number);

CREATE INDEX received_letters_by_state ON received_letters (state, number);

CREATE INDEX received_letters_by_user ON received_letters (user_id, received_at);

CREATE INDEX reconciliation_acts_by_bare_number ON reconciliation_acts (number, year);

CREATE UNIQUE INDEX reconciliation_acts_by_number ON reconciliation_acts (region, year, number);

CREATE INDEX reconciliation_acts_by_time ON reconciliation_acts (account, region, tax_id, made_at);

CREATE UNIQUE INDEX request_steps_by_form ON request_steps (project, form_key);

CREATE INDEX request_steps_by_user ON request_steps (user_id);

CREATE INDEX requests_by_account ON requests (account, made_at);

CREATE INDEX requests_by_assignee ON requests (assignee, is_open, due_at, number);

CREATE INDEX requests_by_department ON requests (department, is_open, due_at, number);

CREATE INDEX requests_by_due ON requests (is_open, due_at, number);

CREATE INDEX requests_by_kind ON requests (kind, number);

CREATE INDEX requests_by_maker ON requests (made_by);

CREATE INDEX requests_by_number ON requests (number);

CREATE INDEX requests_by_state ON requests (state, due_at, number);

CREATE INDEX sessions_by_age ON sessions (created_at);

CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE INDEX tokens_by_owner ON tokens (owner, created_at);

CREATE INDEX tokens_by_project ON tokens (project);

CREATE INDEX tries_by_age ON tries (last_at);

CREATE INDEX users_by_account ON users (account);

CREATE INDEX users_unconfirmed ON users (side, created_at) WHERE confirmed_at IS NULL AND is_kept = 0;

CREATE TRIGGER assignments_no_delete BEFORE DELETE ON assignments
BEGIN SELECT RAISE(ABORT, 'assignments is append-only'); END;

CREATE TRIGGER assignments_no_update BEFORE UPDATE ON assignments
BEGIN SELECT RAISE(ABORT, 'assignments is append-only'); END;

CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'attachments is append-only'); END;

CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'attachments is append-only'); END;

CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;

CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit_entries is append-only'); END;

CREATE TRIGGER bank_shares_no_delete BEFORE DELETE ON bank_shares
BEGIN SELECT RAISE(ABORT, 'bank_shares is append-only'); END;

CREATE TRIGGER bank_shares_no_update BEFORE UPDATE ON bank_shares
BEGIN SELECT RAISE(ABORT, 'bank_shares is append-only'); END;

CREATE TRIGGER closed_months_no_delete BEFORE DELETE ON closed_months
BEGIN SELECT RAISE(ABORT, 'closed_months is append-only'); END;

CREATE TRIGGER closed_months_no_update BEFORE UPDATE ON closed_months
BEGIN SELECT RAISE(ABORT, 'closed_months is append-only'); END;

CREATE TRIGGER closings_no_delete BEFORE DELETE ON closings
BEGIN SELECT RAISE(ABORT, 'closings is append-only'); END;

CREATE TRIGGER closings_no_update BEFORE UPDATE ON closings
BEGIN SELECT RAISE(ABORT, 'closings is append-only'); END;

CREATE TRIGGER conservations_no_delete BEFORE DELETE ON conservations
BEGIN SELECT RAISE(ABORT, 'conservations is append-only'); END;

CREATE TRIGGER conservations_no_update BEFORE UPDATE ON conservations
BEGIN SELECT RAISE(ABORT, 'conservations is append-only'); END;

CREATE TRIGGER contract_files_no_delete BEFORE DELETE ON contract_files
BEGIN SELECT RAISE(ABORT, 'contract_files is append-only'); END;

CREATE TRIGGER contract_files_no_update BEFORE UPDATE ON contract_files
BEGIN SELECT RAISE(ABORT, 'contract_files is append-only'); END;

CREATE TRIGGER credit_identities_no_delete BEFORE DELETE ON credit_identities
BEGIN SELECT RAISE(ABORT, 'credit_identities is append-only'); END;

CREATE TRIGGER credit_identities_no_update BEFORE UPDATE ON credit_identities
BEGIN SELECT RAISE(ABORT, 'credit_identities is append-only'); END;

CREATE TRIGGER credits_no_delete BEFORE DELETE ON credits
BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END;

CREATE TRIGGER credits_no_update BEFORE UPDATE ON credits
BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END;

CREATE TRIGGER dispatches_no_delete BEFORE DELETE ON dispatches
BEGIN SELECT RAISE(ABORT, 'dispatches is append-only'); END;

CREATE TRIGGER dispatches_no_update BEFORE UPDATE ON dispatches
BEGIN SELECT RAISE(ABORT, 'dispatches is append-only'); END;

CREATE TRIGGER document_flows_no_delete BEFORE DELETE ON document_flows
BEGIN SELECT RAISE(ABORT, 'document_flows is append-only'); END;

CREATE TRIGGER document_flows_no_update BEFORE UPDATE ON document_flows
BEGIN SELECT RAISE(ABORT, 'document_flows is append-only'); END;

CREATE TRIGGER document_shares_no_delete BEFORE DELETE ON document_shares
BEGIN SELECT RAISE(ABORT, 'document_shares is append-only'); END;

CREATE TRIGGER document_shares_no_update BEFORE UPDATE ON document_shares
BEGIN SELECT RAISE(ABORT, 'document_shares is append-only'); END;

CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;

CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;

CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;

CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'facts is append-only'); END;

CREATE TRIGGER founding_bytes_no_delete BEFORE DELETE ON founding_bytes
BEGIN SELECT RAISE(ABORT, 'founding_bytes is append-only'); END;

CREATE TRIGGER founding_bytes_no_update BEFORE UPDATE ON founding_bytes
BEGIN SELECT RAISE(ABORT, 'founding_bytes is append-only'); END;

CREATE TRIGGER founding_papers_no_delete BEFORE DELETE ON founding_papers
BEGIN SELECT RAISE(ABORT, 'founding_papers is append-only'); END;

CREATE TRIGGER founding_papers_no_update BEFORE UPDATE ON founding_papers
BEGIN SELECT RAISE(ABORT, 'founding_papers is append-only'); END;

CREATE TRIGGER founding_withdrawals_no_delete BEFORE DELETE ON founding_withdrawals
BEGIN SELECT RAISE(ABORT, 'founding_withdrawals is append-only'); END;

CREATE TRIGGER founding_withdrawals_no_update BEFORE UPDATE ON founding_withdrawals
BEGIN SELECT RAISE(ABORT, 'founding_withdrawals is append-only'); END;

CREATE TRIGGER freeze_deferrals_no_delete BEFORE DELETE ON freeze_deferrals
BEGIN SELECT RAISE(ABORT, 'freeze_deferrals is append-only'); END;

CREATE TRIGGER freeze_deferrals_no_update BEFORE UPDATE ON freeze_deferrals
BEGIN SELECT RAISE(ABORT, 'freeze_deferrals is append-only'); END;

CREATE TRIGGER journal_entries_no_delete BEFORE DELETE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'journal_entries is append-only'); END;

CREATE TRIGGER journal_entries_no_update BEFORE UPDATE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'journal_entries is append-only'); END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER leases_no_delete BEFORE DELETE ON leases
BEGIN SELECT RAISE(ABORT, 'leases are released, not deleted'); END;

CREATE TRIGGER leases_token_grows BEFORE UPDATE ON leases
WHEN NEW.token < OLD.token OR (NEW.holder <> OLD.holder AND NEW.token <= OLD.token)
BEGIN SELECT RAISE(ABORT, 'a fencing token only grows'); END;

CREATE TRIGGER official_rates_no_delete BEFORE DELETE ON official_rates
BEGIN SELECT RAISE(ABORT, 'official_rates is append-only'); END;

CREATE TRIGGER official_rates_no_update BEFORE UPDATE ON official_rates
BEGIN SELECT RAISE(ABORT, 'official_rates is append-only'); END;

CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers
BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;

CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers
BEGIN SELECT RAISE(ABORT, 'papers is append-only'); END;

CREATE TRIGGER payment_invoices_no_delete BEFORE DELETE ON payment_invoices
BEGIN SELECT RAISE(ABORT, 'payment_invoices is append-only'); END;

CREATE TRIGGER payment_invoices_no_update BEFORE UPDATE ON payment_invoices
BEGIN SELECT RAISE(ABORT, 'payment_invoices is append-only'); END;

CREATE TRIGGER portions_no_delete BEFORE DELETE ON portions
BEGIN SELECT RAISE(ABORT, 'portions is append-only'); END;

CREATE TRIGGER portions_no_update BEFORE UPDATE ON portions
BEGIN SELECT RAISE(ABORT, 'portions is append-only'); END;

CREATE TRIGGER price_listings_no_delete BEFORE DELETE ON price_listings
BEGIN SELECT RAISE(ABORT, 'price_listings is append-only'); END;

CREATE TRIGGER price_listings_no_update BEFORE UPDATE ON price_listings
BEGIN SELECT RAISE(ABORT, 'price_listings is append-only'); END;

CREATE TRIGGER project_passings_no_delete BEFORE DELETE ON project_passings
BEGIN SELECT RAISE(ABORT, 'project_passings is append-only'); END;

CREATE TRIGGER project_passings_no_update BEFORE UPDATE ON project_passings
BEGIN SELECT RAISE(ABORT, 'project_passings is append-only'); END;

CREATE TRIGGER received_files_no_delete BEFORE DELETE ON received_files
BEGIN SELECT RAISE(ABORT, 'received_files is append-only'); END;

CREATE TRIGGER received_files_no_update BEFORE UPDATE ON received_files
BEGIN SELECT RAISE(ABORT, 'received_files is append-only'); END;

CREATE TRIGGER reconciliation_acts_no_delete BEFORE DELETE ON reconciliation_acts
BEGIN SELECT RAISE(ABORT, 'reconciliation_acts is append-only'); END;

CREATE TRIGGER reconciliation_acts_no_update BEFORE UPDATE ON reconciliation_acts
BEGIN SELECT RAISE(ABORT, 'reconciliation_acts is append-only'); END;

CREATE TRIGGER request_files_no_delete BEFORE DELETE ON request_files
BEGIN SELECT RAISE(ABORT, 'request_files is append-only'); END;

CREATE TRIGGER request_files_no_update BEFORE UPDATE ON request_files
BEGIN SELECT RAISE(ABORT, 'request_files is append-only'); END;

CREATE TRIGGER request_steps_no_delete BEFORE DELETE ON request_steps
BEGIN SELECT RAISE(ABORT, 'request_steps is append-only'); END;

CREATE TRIGGER request_steps_no_update BEFORE UPDATE ON request_steps
BEGIN SELECT RAISE(ABORT, 'request_steps is append-only'); END;

CREATE TRIGGER request_values_no_delete BEFORE DELETE ON request_values
BEGIN SELECT RAISE(ABORT, 'request_values is append-only'); END;

CREATE TRIGGER request_values_no_update BEFORE UPDATE ON request_values
BEGIN SELECT RAISE(ABORT, 'request_values is append-only'); END;

CREATE TRIGGER returned_credits_no_delete BEFORE DELETE ON returned_credits
BEGIN SELECT RAISE(ABORT, 'returned_credits is append-only'); END;

CREATE TRIGGER returned_credits_no_update BEFORE UPDATE ON returned_credits
BEGIN SELECT RAISE(ABORT, 'returned_credits is append-only'); END;

CREATE TRIGGER seal_heads_no_delete BEFORE DELETE ON seal_heads
BEGIN SELECT RAISE(ABORT, 'seal_heads is append-only'); END;

CREATE TRIGGER seal_heads_no_update BEFORE UPDATE ON seal_heads
BEGIN SELECT RAISE(ABORT, 'seal_heads is append-only'); END;

CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;

CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'seals is append-only'); END;

CREATE TRIGGER state_transitions_no_delete BEFORE DELETE ON state_transitions
BEGIN SELECT RAISE(ABORT, 'state_transitions is append-only'); END;

CREATE TRIGGER state_transitions_no_update BEFORE UPDATE ON state_transitions
BEGIN SELECT RAISE(ABORT, 'state_transitions is append-only'); END;

CREATE TRIGGER substitutions_no_delete BEFORE DELETE ON substitutions
BEGIN SELECT RAISE(ABORT, 'substitutions is append-only'); END;

CREATE TRIGGER substitutions_no_update BEFORE UPDATE ON substitutions
BEGIN SELECT RAISE(ABORT, 'substitutions is append-only'); END;

CREATE TRIGGER tokens_no_delete BEFORE DELETE ON tokens
BEGIN SELECT RAISE(ABORT, 'tokens are revoked, not deleted'); END;

CREATE TRIGGER tokens_no_return BEFORE UPDATE ON tokens WHEN OLD.revoked_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a revoked token stays revoked'); END;

CREATE TRIGGER usage_events_no_delete BEFORE DELETE ON usage_events
BEGIN SELECT RAISE(ABORT, 'usage_events is append-only'); END;

CREATE TRIGGER usage_events_no_update BEFORE UPDATE ON usage_events
BEGIN SELECT RAISE(ABORT, 'usage_events is append-only'); END;

CREATE TRIGGER usage_identities_no_delete BEFORE DELETE ON usage_identities
BEGIN SELECT RAISE(ABORT, 'usage_identities is append-only'); END;

CREATE TRIGGER usage_identities_no_update BEFORE UPDATE ON usage_identities
BEGIN SELECT RAISE(ABORT, 'usage_identities is append-only'); END;
