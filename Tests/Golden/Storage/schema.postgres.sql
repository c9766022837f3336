CREATE TABLE account_phones (
    account TEXT COLLATE "C" NOT NULL,
    phone TEXT COLLATE "C" NOT NULL,
    bound_at BIGINT NOT NULL,
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account)
);

CREATE TABLE accounts (
    id TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    tax_id TEXT COLLATE "C",
    is_company BIGINT NOT NULL,
    registered_at BIGINT NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    digest BYTEA NOT NULL,
    CHECK ((is_company = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    PRIMARY KEY (id)
);

CREATE TABLE assignments (
    project TEXT COLLATE "C" NOT NULL,
    run BIGINT NOT NULL,
    credit TEXT COLLATE "C" NOT NULL,
    assignor TEXT COLLATE "C" NOT NULL,
    assignee TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    at BIGINT NOT NULL,
    CHECK ((amount > 0)),
    CHECK ((assignor <> assignee)),
    CHECK ((run > 0)),
    FOREIGN KEY (project) REFERENCES projects(pid),
    FOREIGN KEY (project, credit) REFERENCES credits(project, id),
    PRIMARY KEY (project, run, credit)
);

CREATE TABLE attachments (
    sha256 BYTEA NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (sha256)
);

CREATE TABLE audit_entries (
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    user_id TEXT COLLATE "C",
    who TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C",
    reason TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    CHECK ((number > 0)),
    FOREIGN KEY (account) REFERENCES accounts(id),
    FOREIGN KEY (user_id) REFERENCES users(id),
    PRIMARY KEY (number)
);

CREATE TABLE bank_lines (
    id TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    statement BYTEA NOT NULL,
    file_line BIGINT NOT NULL,
    region TEXT COLLATE "C",
    direction TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    credited_day BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    payer TEXT COLLATE "C" NOT NULL,
    payer_tax_id TEXT COLLATE "C",
    purpose TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    reasons TEXT COLLATE "C" NOT NULL,
    decided_at BIGINT NOT NULL,
    CHECK (((amount >= 1) AND (amount <= '4000000000000000000'::bigint))),
    CHECK ((direction = ANY (ARRAY['incoming'::text, 'outgoing'::text, 'unknown'::text]))),
    CHECK ((state = ANY (ARRAY['matched'::text, 'unclear'::text, 'outgoing'::text, 'held'::text]))),
    FOREIGN KEY (statement) REFERENCES bank_statements(digest),
    PRIMARY KEY (id),
    UNIQUE (number)
);

CREATE TABLE bank_shares (
    line TEXT COLLATE "C" NOT NULL,
    n BIGINT NOT NULL,
    project TEXT COLLATE "C" NOT NULL,
    credit TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    invoice_region TEXT COLLATE "C",
    invoice_number BIGINT,
    invoice_day BIGINT,
    CHECK ((amount > 0)),
    FOREIGN KEY (line) REFERENCES bank_lines(id),
    PRIMARY KEY (line, n)
);

CREATE TABLE bank_statements (
    digest BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    content BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    is_held BIGINT NOT NULL,
    as_booked BIGINT NOT NULL,
    accepted_at BIGINT,
    refused_at BIGINT,
    CHECK ((as_booked = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((is_held = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    PRIMARY KEY (digest)
);

CREATE TABLE claimed_accounts (
    account TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account)
);

CREATE TABLE closed_months (
    region TEXT COLLATE "C" NOT NULL,
    month BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (region, month)
);

CREATE TABLE closings (
    region TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    project TEXT COLLATE "C" NOT NULL,
    month BIGINT NOT NULL,
    tax_id TEXT COLLATE "C" NOT NULL,
    skipped TEXT COLLATE "C",
    at BIGINT NOT NULL,
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (region, account, project, month)
);

CREATE TABLE conservations (
    project TEXT COLLATE "C" NOT NULL,
    n BIGINT NOT NULL,
    at BIGINT NOT NULL,
    turn TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C",
    who TEXT COLLATE "C" NOT NULL,
    CHECK (((turn = 'begun'::text) = ((n % (2)::bigint) = 1))),
    CHECK ((n > 0)),
    CHECK ((turn = ANY (ARRAY['begun'::text, 'ended'::text]))),
    FOREIGN KEY (project) REFERENCES projects(pid),
    FOREIGN KEY (user_id) REFERENCES users(id),
    PRIMARY KEY (project, n)
);

CREATE TABLE contract_drafts (
    account TEXT COLLATE "C" NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT COLLATE "C" NOT NULL,
    party TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account, region)
);

CREATE TABLE contract_files (
    account TEXT COLLATE "C" NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    starts BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    sha256 BYTEA NOT NULL,
    bytes BYTEA NOT NULL,
    kept_at BIGINT NOT NULL,
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account, region, starts)
);

CREATE TABLE credit_identities (
    id TEXT COLLATE "C" NOT NULL,
    project TEXT COLLATE "C" NOT NULL,
    digest BYTEA NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE credits (
    id TEXT COLLATE "C" NOT NULL,
    project TEXT COLLATE "C" NOT NULL,
    means TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    at BIGINT NOT NULL,
    bonus_type TEXT COLLATE "C",
    expires_at BIGINT,
    payer TEXT COLLATE "C",
    document TEXT COLLATE "C",
    document_day BIGINT,
    first6 TEXT COLLATE "C",
    last4 TEXT COLLATE "C",
    scheme TEXT COLLATE "C",
    issuer_country TEXT COLLATE "C",
    from_suspense BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    CHECK (((amount >= 1) AND (amount <= '4000000000000000000'::bigint))),
    CHECK (((means = 'bank'::text) = (document IS NOT NULL))),
    CHECK (((means = 'bonus'::text) = (bonus_type IS NOT NULL))),
    CHECK (((means = 'bonus'::text) = (expires_at IS NOT NULL))),
    CHECK ((from_suspense = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((means = ANY (ARRAY['bank'::text, 'card'::text, 'sbp'::text, 'wallet'::text, 'mobile'::text, 'bonus'::text]))),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (project, id)
);

CREATE TABLE day_lines (
    project TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    resource TEXT COLLATE "C" NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    service TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    quantity BIGINT NOT NULL,
    accrued_minor BIGINT NOT NULL,
    accrued_rest BIGINT NOT NULL,
    posted BIGINT NOT NULL,
    labels TEXT COLLATE "C" NOT NULL,
    labels_end BIGINT NOT NULL,
    labels_id TEXT COLLATE "C" NOT NULL,
    CHECK (((accrued_minor >= 0) AND (accrued_minor <= '4000000000000000000'::bigint))),
    CHECK (((accrued_rest >= 0) AND (accrued_rest <= 9999999))),
    CHECK (((posted >= 0) AND (posted <= '4000000000000000000'::bigint))),
    CHECK ((quantity > 0)),
    PRIMARY KEY (project, day, resource, sku)
);

CREATE TABLE debts (
    project TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    day BIGINT NOT NULL,
    resource TEXT COLLATE "C" NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    scheme TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    CHECK (((amount >= 1) AND (amount <= '4000000000000000000'::bigint))),
    CHECK ((scheme = ANY (ARRAY['prepaid'::text, 'postpaid'::text]))),
    PRIMARY KEY (project, number)
);

CREATE TABLE devices (
    hash BYTEA NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    FOREIGN KEY (user_id) REFERENCES users(id),
    PRIMARY KEY (hash)
);

CREATE TABLE dispatches (
    account TEXT COLLATE "C" NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    month BIGINT NOT NULL,
    project TEXT COLLATE "C" NOT NULL,
    n BIGINT NOT NULL,
    step TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    is_legal BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_user TEXT COLLATE "C",
    CHECK (((step = 'address'::text) = (address <> ''::text))),
    CHECK ((is_legal = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((n > 0)),
    CHECK ((step = ANY (ARRAY['address'::text, 'sent'::text, 'copied'::text]))),
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account, region, month, project, n)
);

CREATE TABLE disputes (
    project TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    resource TEXT COLLATE "C" NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    events BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    CHECK ((events > 0)),
    CHECK ((quantity > 0)),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (project, day, resource, sku)
);

CREATE TABLE document_counters (
    supplier TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    year BIGINT NOT NULL,
    last BIGINT NOT NULL,
    CHECK ((last > 0)),
    PRIMARY KEY (supplier, kind, year)
);

CREATE TABLE document_flows (
    account TEXT COLLATE "C" NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    n BIGINT NOT NULL,
    tax_id TEXT COLLATE "C" NOT NULL,
    contract_from BIGINT,
    from_month BIGINT NOT NULL,
    documents TEXT COLLATE "C" NOT NULL,
    per_project BIGINT NOT NULL,
    way TEXT COLLATE "C" NOT NULL,
    recipient TEXT COLLATE "C" NOT NULL,
    phone TEXT COLLATE "C" NOT NULL,
    contact TEXT COLLATE "C" NOT NULL,
    contact_phone TEXT COLLATE "C" NOT NULL,
    copies TEXT COLLATE "C" NOT NULL,
    addresses TEXT COLLATE "C" NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by TEXT COLLATE "C",
    CHECK ((copies = ANY (ARRAY['none'::text, 'once'::text, 'monthly'::text]))),
    CHECK ((n > 0)),
    CHECK ((per_project = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((way = ANY (ARRAY['edm'::text, 'post'::text, 'courier'::text]))),
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account, region, n)
);

CREATE TABLE document_shares (
    account TEXT COLLATE "C" NOT NULL,
    supplier TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    project TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    FOREIGN KEY (account, supplier, kind, year, number) REFERENCES documents(account, supplier, kind, year, number),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (account, supplier, kind, year, number, project)
);

CREATE TABLE documents (
    supplier TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    month BIGINT NOT NULL,
    day BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    content BYTEA NOT NULL,
    sha256 BYTEA NOT NULL,
    CHECK ((kind = ANY (ARRAY['upd'::text, 'taxInvoice'::text, 'act'::text, 'invoice'::text]))),
    CHECK ((number > 0)),
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account, supplier, kind, year, number)
);

CREATE TABLE expense_limits (
    project TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    notifies BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT COLLATE "C" NOT NULL,
    CHECK (((amount >= 100) AND (amount <= '99999999900'::bigint))),
    CHECK ((notifies = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (project)
);

CREATE TABLE facts (
    chain TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    hash BYTEA NOT NULL,
    CHECK ((sequence > 0)),
    PRIMARY KEY (chain, sequence)
);

CREATE TABLE founding_bytes (
    sha256 BYTEA NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (sha256)
);

CREATE TABLE founding_papers (
    region TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    file TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    added_at BIGINT NOT NULL,
    CHECK ((number > 0)),
    CHECK ((size > 0)),
    CHECK ((type = ANY (ARRAY['pdf'::text, 'png'::text, 'jpeg'::text]))),
    FOREIGN KEY (sha256) REFERENCES founding_bytes(sha256),
    PRIMARY KEY (region, number)
);

CREATE TABLE founding_withdrawals (
    region TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    FOREIGN KEY (region, number) REFERENCES founding_papers(region, number),
    PRIMARY KEY (region, number)
);

CREATE TABLE freeze_deferrals (
    project TEXT COLLATE "C" NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    CHECK ((until_at > from_at)),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (project, from_at)
);

CREATE TABLE grants (
    project TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    remaining BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CHECK (((remaining >= 0) AND (remaining <= amount))),
    CHECK ((amount > 0)),
    FOREIGN KEY (project, id) REFERENCES credits(project, id),
    PRIMARY KEY (project, id)
);

CREATE TABLE idempotency_keys (
    token BYTEA NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    route TEXT COLLATE "C" NOT NULL,
    digest BYTEA NOT NULL,
    status BIGINT NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    location TEXT COLLATE "C" NOT NULL,
    answer BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    FOREIGN KEY (token) REFERENCES tokens(hash),
    PRIMARY KEY (token, key)
);

CREATE TABLE journal (
    chain TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    cause TEXT COLLATE "C" NOT NULL,
    hash BYTEA NOT NULL,
    payload TEXT COLLATE "C" NOT NULL,
    CHECK ((sequence > 0)),
    PRIMARY KEY (chain, sequence),
    UNIQUE (chain, cause)
);

CREATE TABLE journal_balances (
    chain TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    balance BIGINT NOT NULL,
    CHECK (((balance >= '-4000000000000000000'::bigint) AND (balance <= '4000000000000000000'::bigint))),
    PRIMARY KEY (chain, account)
);

CREATE TABLE journal_entries (
    chain TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    CHECK (((amount <> 0) AND ((amount >= '-4000000000000000000'::bigint) AND (amount <= '4000000000000000000'::bigint)))),
    FOREIGN KEY (chain, sequence) REFERENCES journal(chain, sequence),
    PRIMARY KEY (chain, sequence, account)
);

CREATE TABLE leases (
    name TEXT COLLATE "C" NOT NULL,
    holder TEXT COLLATE "C" NOT NULL,
    token BIGINT NOT NULL,
    taken_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    released_at BIGINT,
    CHECK ((token > 0)),
    FOREIGN KEY (holder) REFERENCES nodes(id),
    PRIMARY KEY (name)
);

CREATE TABLE letter_words (
    word TEXT COLLATE "C" NOT NULL,
    letter BIGINT NOT NULL,
    PRIMARY KEY (word, letter)
);

CREATE TABLE letters (
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    recipient TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    trouble TEXT COLLATE "C",
    sent_at BIGINT,
    failed_at BIGINT,
    bounced_at BIGINT,
    package TEXT COLLATE "C",
    papers TEXT COLLATE "C",
    PRIMARY KEY (id)
);

CREATE TABLE limit_notices (
    project TEXT COLLATE "C" NOT NULL,
    month BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    spent BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    CHECK ((amount > 0)),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (project, month, amount)
);

CREATE TABLE lots (
    project TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    remaining BIGINT NOT NULL,
    assignee TEXT COLLATE "C",
    CHECK (((remaining >= 0) AND (remaining <= amount))),
    CHECK ((amount > 0)),
    FOREIGN KEY (project, id) REFERENCES credits(project, id),
    PRIMARY KEY (project, "position"),
    UNIQUE (project, id)
);

CREATE TABLE mailboxes (
    name TEXT COLLATE "C" NOT NULL,
    validity BIGINT NOT NULL,
    uid BIGINT NOT NULL,
    looked_at BIGINT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE members (
    project TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    roles TEXT COLLATE "C" NOT NULL,
    is_owner BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK ((is_owner = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((roles <> ''::text)),
    FOREIGN KEY (project) REFERENCES projects(pid),
    FOREIGN KEY (user_id) REFERENCES users(id),
    PRIMARY KEY (project, user_id)
);

CREATE TABLE name_words (
    word TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (word, account)
);

CREATE TABLE nodes (
    id TEXT COLLATE "C" NOT NULL,
    host TEXT COLLATE "C" NOT NULL,
    process BIGINT NOT NULL,
    program TEXT COLLATE "C" NOT NULL,
    works BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    left_at BIGINT,
    CHECK ((works = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    PRIMARY KEY (id)
);

CREATE TABLE official_rates (
    region TEXT COLLATE "C" NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    units BIGINT NOT NULL,
    millionths BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    added_by TEXT COLLATE "C" NOT NULL,
    CHECK (((millionths >= 1) AND (millionths <= '1000000000000000'::bigint))),
    CHECK (((units >= 1) AND (units <= 1000000))),
    PRIMARY KEY (region, currency, day)
);

CREATE TABLE one_time_codes (
    hash BYTEA NOT NULL,
    purpose TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    project TEXT COLLATE "C",
    roles TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CHECK (((purpose = 'invitation'::text) = (project IS NOT NULL))),
    CHECK ((purpose = ANY (ARRAY['confirmation'::text, 'reset'::text, 'invitation'::text]))),
    FOREIGN KEY (project) REFERENCES projects(pid),
    FOREIGN KEY (user_id) REFERENCES users(id),
    PRIMARY KEY (hash)
);

CREATE TABLE outbox (
    account TEXT COLLATE "C" NOT NULL,
    topic TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    made_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    trouble TEXT COLLATE "C",
    done_at BIGINT,
    CHECK ((attempts >= 0)),
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account, topic, subject)
);

CREATE TABLE papers (
    account TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    printed_at BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    pdf BYTEA NOT NULL,
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account, subject)
);

CREATE TABLE payment_invoices (
    supplier TEXT COLLATE "C" NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    project TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    content BYTEA NOT NULL,
    sha256 BYTEA NOT NULL,
    CHECK (((amount > 0) AND (amount <= '4000000000000000000'::bigint))),
    CHECK ((number > 0)),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (project, supplier, year, number)
);

CREATE TABLE pending_credits (
    project TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY (project, id) REFERENCES credits(project, id),
    PRIMARY KEY (project, at, id)
);

CREATE TABLE portions (
    project TEXT COLLATE "C" NOT NULL,
    run BIGINT NOT NULL,
    n BIGINT NOT NULL,
    day BIGINT NOT NULL,
    resource TEXT COLLATE "C" NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    scheme TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    credit TEXT COLLATE "C",
    recognised BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    assignee TEXT COLLATE "C",
    CHECK (((source = 'debt'::text) = (credit IS NULL))),
    CHECK ((amount <> 0)),
    CHECK ((scheme = ANY (ARRAY['prepaid'::text, 'postpaid'::text]))),
    CHECK ((source = ANY (ARRAY['grant'::text, 'lot'::text, 'debt'::text]))),
    FOREIGN KEY (project, credit) REFERENCES credits(project, id),
    PRIMARY KEY (project, run, n)
);

CREATE TABLE price_listings (
    region TEXT COLLATE "C" NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    valid_from BIGINT NOT NULL,
    service TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    price BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    bonus_type TEXT COLLATE "C",
    CHECK ((price >= 0)),
    PRIMARY KEY (region, sku, valid_from)
);

CREATE TABLE project_names (
    project TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (project)
);

CREATE TABLE project_passings (
    project TEXT COLLATE "C" NOT NULL,
    n BIGINT NOT NULL,
    from_account TEXT COLLATE "C" NOT NULL,
    to_account TEXT COLLATE "C" NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    run BIGINT NOT NULL,
    CHECK ((from_account <> to_account)),
    CHECK ((n > 0)),
    CHECK ((run >= 0)),
    FOREIGN KEY (from_account) REFERENCES accounts(id),
    FOREIGN KEY (project) REFERENCES projects(pid),
    FOREIGN KEY (to_account) REFERENCES accounts(id),
    PRIMARY KEY (project, n)
);

CREATE TABLE projects (
    pid TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    has_contract BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    frozen_at BIGINT,
    deletion_due BIGINT,
    ever_paid BIGINT NOT NULL,
    lot_total BIGINT NOT NULL,
    debt_total BIGINT NOT NULL,
    last_arrival BIGINT NOT NULL,
    settled_arrival BIGINT NOT NULL,
    settled_until BIGINT NOT NULL,
    run BIGINT NOT NULL,
    open_arrival BIGINT NOT NULL,
    turns BIGINT NOT NULL,
    conserved_at BIGINT,
    passings BIGINT NOT NULL,
    CHECK (((debt_total >= 0) AND (debt_total <= '4000000000000000000'::bigint))),
    CHECK (((frozen_at IS NULL) = (deletion_due IS NULL))),
    CHECK (((lot_total = 0) OR (debt_total = 0))),
    CHECK (((lot_total >= 0) AND (lot_total <= '4000000000000000000'::bigint))),
    CHECK (((state = 'frozen'::text) = (frozen_at IS NOT NULL))),
    CHECK ((ever_paid = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((has_contract = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((state = ANY (ARRAY['active'::text, 'frozen'::text]))),
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (pid)
);

CREATE TABLE received_files (
    letter BIGINT NOT NULL,
    place BIGINT NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    CHECK ((size >= 0)),
    FOREIGN KEY (sha256) REFERENCES attachments(sha256),
    PRIMARY KEY (letter, place)
);

CREATE TABLE received_letters (
    mark BYTEA NOT NULL,
    number BIGINT NOT NULL,
    mailbox TEXT COLLATE "C" NOT NULL,
    received_at BIGINT NOT NULL,
    message_id TEXT COLLATE "C" NOT NULL,
    sender TEXT COLLATE "C" NOT NULL,
    sender_name TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C",
    subject TEXT COLLATE "C" NOT NULL,
    said TEXT COLLATE "C" NOT NULL,
    written_at BIGINT,
    left_out TEXT COLLATE "C" NOT NULL,
    answers BIGINT,
    state TEXT COLLATE "C" NOT NULL,
    wait TEXT COLLATE "C",
    kind TEXT COLLATE "C",
    project TEXT COLLATE "C",
    request BIGINT,
    about TEXT COLLATE "C" NOT NULL,
    asked_at BIGINT,
    form_key TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    CHECK ((number > 0)),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'taken'::text, 'bounce'::text, 'automatic'::text, 'aside'::text]))),
    CHECK ((version > 0)),
    FOREIGN KEY (user_id) REFERENCES users(id),
    PRIMARY KEY (mark)
);

CREATE TABLE reconciliation_acts (
    account TEXT COLLATE "C" NOT NULL,
    supplier TEXT COLLATE "C" NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    tax_id TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    through_day BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT COLLATE "C",
    content BYTEA NOT NULL,
    sha256 BYTEA NOT NULL,
    CHECK ((from_day <= through_day)),
    CHECK ((number > 0)),
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (account, region, year, number)
);

CREATE TABLE registry_banks (
    bik TEXT COLLATE "C" NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (bik)
);

CREATE TABLE registry_parties (
    tax_id TEXT COLLATE "C" NOT NULL,
    kpp TEXT COLLATE "C" NOT NULL,
    is_branch BIGINT NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    CHECK ((is_branch = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    PRIMARY KEY (tax_id, kpp)
);

CREATE TABLE request_files (
    project TEXT COLLATE "C" NOT NULL,
    request BIGINT NOT NULL,
    step BIGINT NOT NULL,
    place BIGINT NOT NULL,
    field TEXT COLLATE "C",
    name TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    CHECK ((size >= 0)),
    FOREIGN KEY (project, request, step) REFERENCES request_steps(project, request, number),
    FOREIGN KEY (sha256) REFERENCES attachments(sha256),
    PRIMARY KEY (project, request, step, place)
);

CREATE TABLE request_steps (
    project TEXT COLLATE "C" NOT NULL,
    request BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    who TEXT COLLATE "C" NOT NULL,
    step TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    said TEXT COLLATE "C" NOT NULL,
    form_key TEXT COLLATE "C" NOT NULL,
    CHECK ((number > 0)),
    FOREIGN KEY (project, request) REFERENCES requests(project, number),
    FOREIGN KEY (user_id) REFERENCES users(id),
    PRIMARY KEY (project, request, number)
);

CREATE TABLE request_values (
    project TEXT COLLATE "C" NOT NULL,
    request BIGINT NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY (project, request) REFERENCES requests(project, number),
    PRIMARY KEY (project, request, field)
);

CREATE TABLE requests (
    project TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    department TEXT COLLATE "C" NOT NULL,
    made_by TEXT COLLATE "C" NOT NULL,
    made_at BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    is_open BIGINT NOT NULL,
    assignee TEXT COLLATE "C",
    due_at BIGINT NOT NULL,
    closed_at BIGINT,
    version BIGINT NOT NULL,
    CHECK ((is_open = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((number > 0)),
    CHECK ((state = ANY (ARRAY['open'::text, 'assigned'::text, 'waiting'::text, 'done'::text, 'refused'::text, 'withdrawn'::text]))),
    CHECK ((version > 0)),
    FOREIGN KEY (account) REFERENCES accounts(id),
    FOREIGN KEY (assignee) REFERENCES users(id),
    FOREIGN KEY (made_by) REFERENCES users(id),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (project, number)
);

CREATE TABLE returned_credits (
    project TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    run BIGINT NOT NULL,
    at BIGINT NOT NULL,
    FOREIGN KEY (project) REFERENCES projects(pid),
    FOREIGN KEY (project, id) REFERENCES credits(project, id),
    PRIMARY KEY (project, id)
);

CREATE TABLE schema_migrations (
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    digest BYTEA NOT NULL,
    applied_at BIGINT NOT NULL,
    PRIMARY KEY (number)
);

CREATE TABLE seal_heads (
    seal BIGINT NOT NULL,
    book TEXT COLLATE "C" NOT NULL,
    chain TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    CHECK ((book = ANY (ARRAY['facts'::text, 'journal'::text]))),
    CHECK ((sequence > 0)),
    FOREIGN KEY (seal) REFERENCES seals(number),
    PRIMARY KEY (seal, book, chain)
);

CREATE TABLE seals (
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    leaves BIGINT NOT NULL,
    root BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    CHECK ((number > 0)),
    PRIMARY KEY (number)
);

CREATE TABLE secret_keys (
    n BIGINT NOT NULL,
    id BYTEA NOT NULL,
    since BIGINT NOT NULL,
    CHECK ((n > 0)),
    PRIMARY KEY (n)
);

CREATE TABLE sessions (
    hash BYTEA NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    side TEXT COLLATE "C" NOT NULL,
    stage TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    network TEXT COLLATE "C" NOT NULL,
    agent TEXT COLLATE "C" NOT NULL,
    is_stale BIGINT NOT NULL,
    CHECK ((is_stale = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((side = ANY (ARRAY['cabinet'::text, 'office'::text]))),
    CHECK ((stage = ANY (ARRAY['second-step'::text, 'open'::text]))),
    FOREIGN KEY (user_id) REFERENCES users(id),
    PRIMARY KEY (hash)
);

CREATE TABLE state_transitions (
    project TEXT COLLATE "C" NOT NULL,
    n BIGINT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    frozen_at BIGINT,
    deletion_due BIGINT,
    cause TEXT COLLATE "C" NOT NULL,
    conserved_at BIGINT,
    CHECK ((state = ANY (ARRAY['active'::text, 'frozen'::text]))),
    PRIMARY KEY (project, n)
);

CREATE TABLE substitutions (
    project TEXT COLLATE "C" NOT NULL,
    run BIGINT NOT NULL,
    payment TEXT COLLATE "C" NOT NULL,
    transfer TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    at BIGINT NOT NULL,
    CHECK ((amount > 0)),
    CHECK ((payment <> transfer)),
    CHECK ((run > 0)),
    FOREIGN KEY (project) REFERENCES projects(pid),
    FOREIGN KEY (project, payment) REFERENCES credits(project, id),
    FOREIGN KEY (project, transfer) REFERENCES credits(project, id),
    PRIMARY KEY (project, run)
);

CREATE TABLE suppliers (
    region TEXT COLLATE "C" NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (region)
);

CREATE TABLE tokens (
    hash BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    scopes TEXT COLLATE "C" NOT NULL,
    project TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    owner TEXT COLLATE "C",
    FOREIGN KEY (owner) REFERENCES users(id),
    FOREIGN KEY (project) REFERENCES projects(pid),
    PRIMARY KEY (hash),
    UNIQUE (name)
);

CREATE TABLE tries (
    name TEXT COLLATE "C" NOT NULL,
    count BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    CHECK ((count > 0)),
    PRIMARY KEY (name)
);

CREATE TABLE usage_events (
    project TEXT COLLATE "C" NOT NULL,
    arrival BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    resource TEXT COLLATE "C" NOT NULL,
    sku TEXT COLLATE "C" NOT NULL,
    quantity BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    labels TEXT COLLATE "C" NOT NULL,
    CHECK ((ended_at > started_at)),
    CHECK ((quantity > 0)),
    PRIMARY KEY (project, arrival)
);

CREATE TABLE usage_identities (
    identity BYTEA NOT NULL,
    project TEXT COLLATE "C" NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (identity)
);

CREATE TABLE users (
    id TEXT COLLATE "C" NOT NULL,
    side TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    password TEXT COLLATE "C" NOT NULL,
    second_step TEXT COLLATE "C" NOT NULL,
    second_step_secret BYTEA,
    second_step_last BIGINT,
    staff_roles TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C",
    project_quota BIGINT,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    disabled_at BIGINT,
    is_kept BIGINT NOT NULL,
    second_step_key BYTEA,
    CHECK (((second_step = 'off'::text) = (second_step_secret IS NULL))),
    CHECK (((side = 'office'::text) OR (staff_roles = ''::text))),
    CHECK ((is_kept = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
    CHECK ((second_step = ANY (ARRAY['off'::text, 'begun'::text, 'on'::text]))),
    CHECK ((side = ANY (ARRAY['cabinet'::text, 'office'::text]))),
    FOREIGN KEY (account) REFERENCES accounts(id),
    PRIMARY KEY (id),
    UNIQUE (side, email)
);

CREATE UNIQUE INDEX account_phones_pkey ON account_phones USING btree (account);

CREATE INDEX accounts_by_email ON accounts USING btree (email);

CREATE INDEX accounts_by_tax_id ON accounts USING btree (tax_id);

CREATE UNIQUE INDEX accounts_pkey ON accounts USING btree (id);

CREATE UNIQUE INDEX assignments_pkey ON assignments USING btree (project, run, credit);

CREATE UNIQUE INDEX attachments_pkey ON attachments USING btree (sha256);

CREATE INDEX audit_by_account ON audit_entries USING btree (account, at, number);

CREATE INDEX audit_by_action ON audit_entries USING btree (action, at, number);

CREATE INDEX audit_by_object ON audit_entries USING btree (object, at, number);

CREATE INDEX audit_by_time ON audit_entries USING btree (at, number);

CREATE INDEX audit_by_user ON audit_entries USING btree (user_id);

CREATE INDEX audit_by_who ON audit_entries USING btree (who, at, number);

CREATE UNIQUE INDEX audit_entries_pkey ON audit_entries USING btree (number);

CREATE INDEX bank_lines_by_amount ON bank_lines USING btree (amount, number);

CREATE INDEX bank_lines_by_day ON bank_lines USING btree (direction, credited_day, region, amount);

CREATE INDEX bank_lines_by_document ON bank_lines USING btree (document, number);

CREATE INDEX bank_lines_by_payer ON bank_lines USING btree (payer_tax_id, number);

CREATE INDEX bank_lines_by_state ON bank_lines USING btree (state, number);

CREATE INDEX bank_lines_by_statement ON bank_lines USING btree (statement, state, number);

CREATE UNIQUE INDEX bank_lines_number_key ON bank_lines USING btree (number);

CREATE UNIQUE INDEX bank_lines_pkey ON bank_lines USING btree (id);

CREATE INDEX bank_shares_by_invoice ON bank_shares USING btree (invoice_region, invoice_number, invoice_day);

CREATE INDEX bank_shares_by_project ON bank_shares USING btree (project, line);

CREATE UNIQUE INDEX bank_shares_pkey ON bank_shares USING btree (line, n);

CREATE INDEX bank_statements_by_time ON bank_statements USING btree (received_at, digest);

CREATE UNIQUE INDEX bank_statements_pkey ON bank_statements USING btree (digest);

CREATE UNIQUE INDEX claimed_accounts_pkey ON claimed_accounts USING btree (account);

CREATE UNIQUE INDEX closed_months_pkey ON closed_months USING btree (region, month);

CREATE INDEX closings_by_account ON closings USING btree (account);

CREATE INDEX closings_by_month ON closings USING btree (region, month);

CREATE INDEX closings_by_package ON closings USING btree (region, month, account, project);

CREATE UNIQUE INDEX closings_pkey ON closings USING btree (region, account, project, month);

CREATE INDEX conservations_by_user ON conservations USING btree (user_id);

CREATE UNIQUE INDEX conservations_pkey ON conservations USING btree (project, n);

CREATE UNIQUE INDEX contract_drafts_pkey ON contract_drafts USING btree (account, region);

CREATE UNIQUE INDEX contract_files_pkey ON contract_files USING btree (account, region, starts);

CREATE UNIQUE INDEX credit_identities_pkey ON credit_identities USING btree (id);

CREATE INDEX credits_by_time ON credits USING btree (project, at, id);

CREATE UNIQUE INDEX credits_pkey ON credits USING btree (project, id);

CREATE INDEX day_lines_by_sku ON day_lines USING btree (sku, day);

CREATE UNIQUE INDEX day_lines_pkey ON day_lines USING btree (project, day, resource, sku);

CREATE UNIQUE INDEX debts_pkey ON debts USING btree (project, number);

CREATE INDEX devices_by_user ON devices USING btree (user_id);

CREATE UNIQUE INDEX devices_pkey ON devices USING btree (hash);

CREATE UNIQUE INDEX dispatches_pkey ON dispatches USING btree (account, region, month, project, n);

CREATE UNIQUE INDEX disputes_pkey ON disputes USING btree (project, day, resource, sku);

CREATE UNIQUE INDEX document_counters_pkey ON document_counters USING btree (supplier, kind, year);

CREATE UNIQUE INDEX document_flows_pkey ON document_flows USING btree (account, region, n);

CREATE INDEX document_shares_by_project ON document_shares USING btree (project);

CREATE UNIQUE INDEX document_shares_pkey ON document_shares USING btree (account, supplier, kind, year, number, project);

CREATE INDEX documents_by_address ON documents USING btree (region, kind, year, number);

CREATE INDEX documents_by_bare_number ON documents USING btree (number, year);

CREATE INDEX documents_by_month ON documents USING btree (region, month, "position");

CREATE UNIQUE INDEX documents_by_number ON documents USING btree (supplier, kind, year, number);

CREATE UNIQUE INDEX documents_pkey ON documents USING btree (account, supplier, kind, year, number);

CREATE UNIQUE INDEX expense_limits_pkey ON expense_limits USING btree (project);

CREATE UNIQUE INDEX facts_pkey ON facts USING btree (chain, sequence);

CREATE UNIQUE INDEX founding_bytes_pkey ON founding_bytes USING btree (sha256);

CREATE UNIQUE INDEX founding_papers_pkey ON founding_papers USING btree (region, number);

CREATE UNIQUE INDEX founding_withdrawals_pkey ON founding_withdrawals USING btree (region, number);

CREATE UNIQUE INDEX freeze_deferrals_pkey ON freeze_deferrals USING btree (project, from_at);

CREATE UNIQUE INDEX grants_pkey ON grants USING btree (project, id);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys USING btree (created_at);

CREATE UNIQUE INDEX idempotency_keys_pkey ON idempotency_keys USING btree (token, key);

CREATE UNIQUE INDEX journal_balances_pkey ON journal_balances USING btree (chain, account);

CREATE UNIQUE INDEX journal_chain_cause_key ON journal USING btree (chain, cause);

CREATE INDEX journal_entries_by_account ON journal_entries USING btree (chain, account);

CREATE UNIQUE INDEX journal_entries_pkey ON journal_entries USING btree (chain, sequence, account);

CREATE UNIQUE INDEX journal_pkey ON journal USING btree (chain, sequence);

CREATE INDEX leases_by_holder ON leases USING btree (holder);

CREATE UNIQUE INDEX leases_pkey ON leases USING btree (name);

CREATE INDEX letter_words_by_letter ON letter_words USING btree (letter);

CREATE UNIQUE INDEX letter_words_pkey ON letter_words USING btree (word, letter);

CREATE INDEX letters_by_age ON letters USING btree (created_at);

CREATE INDEX letters_by_package ON letters USING btree (package, id) WHERE (package IS NOT NULL);

CREATE INDEX letters_due ON letters USING btree (due_at, id) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));

CREATE UNIQUE INDEX letters_pkey ON letters USING btree (id);

CREATE UNIQUE INDEX limit_notices_pkey ON limit_notices USING btree (project, month, amount);

CREATE UNIQUE INDEX lots_pkey ON lots USING btree (project, "position");

CREATE UNIQUE INDEX lots_project_id_key ON lots USING btree (project, id);

CREATE UNIQUE INDEX mailboxes_pkey ON mailboxes USING btree (name);

CREATE INDEX members_by_user ON members USING btree (user_id);

CREATE UNIQUE INDEX members_pkey ON members USING btree (project, user_id);

CREATE INDEX name_words_by_account ON name_words USING btree (account);

CREATE UNIQUE INDEX name_words_pkey ON name_words USING btree (word, account);

CREATE UNIQUE INDEX nodes_pkey ON nodes USING btree (id);

CREATE INDEX official_rates_by_day ON official_rates USING btree (region, day, currency);

CREATE UNIQUE INDEX official_rates_pkey ON official_rates USING btree (region, currency, day);

CREATE UNIQUE INDEX one_owner ON members USING btree (project) WHERE (is_owner = 1);

CREATE INDEX one_time_codes_by_end ON one_time_codes USING btree (expires_at);

CREATE INDEX one_time_codes_by_project ON one_time_codes USING btree (project);

CREATE INDEX one_time_codes_by_user ON one_time_codes USING btree (user_id, purpose);

CREATE UNIQUE INDEX one_time_codes_pkey ON one_time_codes USING btree (hash);

CREATE INDEX open_grants ON grants USING btree (project, expires_at) WHERE (remaining > 0);

CREATE INDEX open_lots ON lots USING btree (project, "position") WHERE (remaining > 0);

CREATE INDEX outbox_by_trouble ON outbox USING btree (due_at) WHERE ((done_at IS NULL) AND (trouble IS NOT NULL));

CREATE INDEX outbox_due ON outbox USING btree (topic, due_at) WHERE (done_at IS NULL);

CREATE UNIQUE INDEX outbox_pkey ON outbox USING btree (account, topic, subject);

CREATE UNIQUE INDEX papers_pkey ON papers USING btree (account, subject);

CREATE INDEX payment_invoices_by_day ON payment_invoices USING btree (region, number, day);

CREATE UNIQUE INDEX payment_invoices_by_number ON payment_invoices USING btree (supplier, year, number);

CREATE INDEX payment_invoices_by_project ON payment_invoices USING btree (project, issued_at);

CREATE UNIQUE INDEX payment_invoices_pkey ON payment_invoices USING btree (project, supplier, year, number);

CREATE UNIQUE INDEX pending_credits_pkey ON pending_credits USING btree (project, at, id);

CREATE INDEX portions_by_line ON portions USING btree (project, day, resource, sku);

CREATE INDEX portions_by_month ON portions USING btree (project, recognised);

CREATE INDEX portions_of_grants ON portions USING btree (project, credit, source, amount) WHERE (source = 'grant'::text);

CREATE UNIQUE INDEX portions_pkey ON portions USING btree (project, run, n);

CREATE UNIQUE INDEX price_listings_pkey ON price_listings USING btree (region, sku, valid_from);

CREATE UNIQUE INDEX project_names_pkey ON project_names USING btree (project);

CREATE INDEX project_passings_from ON project_passings USING btree (from_account);

CREATE UNIQUE INDEX project_passings_pkey ON project_passings USING btree (project, n);

CREATE INDEX project_passings_to ON project_passings USING btree (to_account);

CREATE INDEX projects_by_account ON projects USING btree (account);

CREATE INDEX projects_owing ON projects USING btree (region, debt_total) WHERE (debt_total > 0);

CREATE UNIQUE INDEX projects_pkey ON projects USING btree (pid);

CREATE UNIQUE INDEX received_files_pkey ON received_files USING btree (letter, place);

CREATE INDEX received_letters_by_number ON received_letters USING btree (number);

CREATE INDEX received_letters_by_project ON received_letters USING btree (project, number);

CREATE INDEX received_letters_by_sender ON received_letters USING btree (sender, number);

CREATE INDEX received_letters_by_state ON received_letters USING btree (state, number);

CREATE INDEX received_letters_by_user ON received_letters USING btree (user_id, received_at);

CREATE UNIQUE INDEX received_letters_pkey ON received_letters USING btree (mark);

CREATE INDEX reconciliation_acts_by_bare_number ON reconciliation_acts USING btree (number, year);

CREATE UNIQUE INDEX reconciliation_acts_by_number ON reconciliation_acts USING btree (region, year, number);

CREATE INDEX reconciliation_acts_by_time ON reconciliation_acts USING btree (account, region, tax_id, made_at);

CREATE UNIQUE INDEX reconciliation_acts_pkey ON reconciliation_acts USING btree (account, region, year, number);

CREATE UNIQUE INDEX registry_banks_pkey ON registry_banks USING btree (bik);

CREATE UNIQUE INDEX registry_parties_pkey ON registry_parties USING btree (tax_id, kpp);

CREATE UNIQUE INDEX request_files_pkey ON request_files USING btree (project, request, step, place);

CREATE UNIQUE INDEX request_steps_by_form ON request_steps USING btree (project, form_key);

CREATE INDEX request_steps_by_user ON request_steps USING btree (user_id);

CREATE UNIQUE INDEX request_steps_pkey ON request_steps USING btree (project, request, number);

CREATE UNIQUE INDEX request_values_pkey ON request_values USING btree (project, request, field);

CREATE INDEX requests_by_account ON requests USING btree (account, made_at);

CREATE INDEX requests_by_assignee ON requests USING btree (assignee, is_open, due_at, number);

CREATE INDEX requests_by_department ON requests USING btree (department, is_open, due_at, number);

CREATE INDEX requests_by_due ON requests USING btree (is_open, due_at, number);

CREATE INDEX requests_by_kind ON requests USING btree (kind, number);

CREATE INDEX requests_by_maker ON requests USING btree (made_by);

CREATE INDEX requests_by_number ON requests USING btree (number);

CREATE INDEX requests_by_state ON requests USING btree (state, due_at, number);

CREATE UNIQUE INDEX requests_pkey ON requests USING btree (project, number);

CREATE UNIQUE INDEX returned_credits_pkey ON returned_credits USING btree (project, id);

CREATE UNIQUE INDEX schema_migrations_pkey ON schema_migrations USING btree (number);

CREATE UNIQUE INDEX seal_heads_pkey ON seal_heads USING btree (seal, book, chain);

CREATE UNIQUE INDEX seals_pkey ON seals USING btree (number);

CREATE UNIQUE INDEX secret_keys_pkey ON secret_keys USING btree (n);

CREATE INDEX sessions_by_age ON sessions USING btree (created_at);

CREATE INDEX sessions_by_user ON sessions USING btree (user_id);

CREATE UNIQUE INDEX sessions_pkey ON sessions USING btree (hash);

CREATE UNIQUE INDEX state_transitions_pkey ON state_transitions USING btree (project, n);

CREATE UNIQUE INDEX substitutions_pkey ON substitutions USING btree (project, run);

CREATE UNIQUE INDEX suppliers_pkey ON suppliers USING btree (region);

CREATE INDEX tokens_by_owner ON tokens USING btree (owner, created_at);

CREATE INDEX tokens_by_project ON tokens USING btree (project);

CREATE UNIQUE INDEX tokens_name_key ON tokens USING btree (name);

CREATE UNIQUE INDEX tokens_pkey ON tokens USING btree (hash);

CREATE INDEX tries_by_age ON tries USING btree (last_at);

CREATE UNIQUE INDEX tries_pkey ON tries USING btree (name);

CREATE UNIQUE INDEX usage_events_pkey ON usage_events USING btree (project, arrival);

CREATE UNIQUE INDEX usage_identities_pkey ON usage_identities USING btree (identity);

CREATE INDEX users_by_account ON users USING btree (account);

CREATE UNIQUE INDEX users_pkey ON users USING btree (id);

CREATE UNIQUE INDEX users_side_email_key ON users USING btree (side, email);

CREATE INDEX users_unconfirmed ON users USING btree (side, created_at) WHERE ((confirmed_at IS NULL) AND (is_kept = 0));

CREATE TRIGGER assignments_no_delete BEFORE DELETE ON assignments FOR EACH ROW EXECUTE FUNCTION refuse_change('assignments is append-only');

CREATE TRIGGER assignments_no_truncate BEFORE TRUNCATE ON assignments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('assignments is append-only');

CREATE TRIGGER assignments_no_update BEFORE UPDATE ON assignments FOR EACH ROW EXECUTE FUNCTION refuse_change('assignments is append-only');

CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION refuse_change('attachments is append-only');

CREATE TRIGGER attachments_no_truncate BEFORE TRUNCATE ON attachments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('attachments is append-only');

CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION refuse_change('attachments is append-only');

CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change('audit_entries is append-only');

CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('audit_entries is append-only');

CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change('audit_entries is append-only');

CREATE TRIGGER bank_shares_no_delete BEFORE DELETE ON bank_shares FOR EACH ROW EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER bank_shares_no_truncate BEFORE TRUNCATE ON bank_shares FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER bank_shares_no_update BEFORE UPDATE ON bank_shares FOR EACH ROW EXECUTE FUNCTION refuse_change('bank_shares is append-only');

CREATE TRIGGER closed_months_no_delete BEFORE DELETE ON closed_months FOR EACH ROW EXECUTE FUNCTION refuse_change('closed_months is append-only');

CREATE TRIGGER closed_months_no_truncate BEFORE TRUNCATE ON closed_months FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('closed_months is append-only');

CREATE TRIGGER closed_months_no_update BEFORE UPDATE ON closed_months FOR EACH ROW EXECUTE FUNCTION refuse_change('closed_months is append-only');

CREATE TRIGGER closings_no_delete BEFORE DELETE ON closings FOR EACH ROW EXECUTE FUNCTION refuse_change('closings is append-only');

CREATE TRIGGER closings_no_truncate BEFORE TRUNCATE ON closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('closings is append-only');

CREATE TRIGGER closings_no_update BEFORE UPDATE ON closings FOR EACH ROW EXECUTE FUNCTION refuse_change('closings is append-only');

CREATE TRIGGER conservations_no_delete BEFORE DELETE ON conservations FOR EACH ROW EXECUTE FUNCTION refuse_change('conservations is append-only');

CREATE TRIGGER conservations_no_truncate BEFORE TRUNCATE ON conservations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('conservations is append-only');

CREATE TRIGGER conservations_no_update BEFORE UPDATE ON conservations FOR EACH ROW EXECUTE FUNCTION refuse_change('conservations is append-only');

CREATE TRIGGER contract_files_no_delete BEFORE DELETE ON contract_files FOR EACH ROW EXECUTE FUNCTION refuse_change('contract_files is append-only');

CREATE TRIGGER contract_files_no_truncate BEFORE TRUNCATE ON contract_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('contract_files is append-only');

CREATE TRIGGER contract_files_no_update BEFORE UPDATE ON contract_files FOR EACH ROW EXECUTE FUNCTION refuse_change('contract_files is append-only');

CREATE TRIGGER credit_identities_no_delete BEFORE DELETE ON credit_identities FOR EACH ROW EXECUTE FUNCTION refuse_change('credit_identities is append-only');

CREATE TRIGGER credit_identities_no_truncate BEFORE TRUNCATE ON credit_identities FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('credit_identities is append-only');

CREATE TRIGGER credit_identities_no_update BEFORE UPDATE ON credit_identities FOR EACH ROW EXECUTE FUNCTION refuse_change('credit_identities is append-only');

CREATE TRIGGER credits_no_delete BEFORE DELETE ON credits FOR EACH ROW EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER credits_no_truncate BEFORE TRUNCATE ON credits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER credits_no_update BEFORE UPDATE ON credits FOR EACH ROW EXECUTE FUNCTION refuse_change('credits is append-only');

CREATE TRIGGER dispatches_no_delete BEFORE DELETE ON dispatches FOR EACH ROW EXECUTE FUNCTION refuse_change('dispatches is append-only');

CREATE TRIGGER dispatches_no_truncate BEFORE TRUNCATE ON dispatches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('dispatches is append-only');

CREATE TRIGGER dispatches_no_update BEFORE UPDATE ON dispatches FOR EACH ROW EXECUTE FUNCTION refuse_change('dispatches is append-only');

CREATE TRIGGER document_flows_no_delete BEFORE DELETE ON document_flows FOR EACH ROW EXECUTE FUNCTION refuse_change('document_flows is append-only');

CREATE TRIGGER document_flows_no_truncate BEFORE TRUNCATE ON document_flows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('document_flows is append-only');

CREATE TRIGGER document_flows_no_update BEFORE UPDATE ON document_flows FOR EACH ROW EXECUTE FUNCTION refuse_change('document_flows is append-only');

CREATE TRIGGER document_shares_no_delete BEFORE DELETE ON document_shares FOR EACH ROW EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER document_shares_no_truncate BEFORE TRUNCATE ON document_shares FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER document_shares_no_update BEFORE UPDATE ON document_shares FOR EACH ROW EXECUTE FUNCTION refuse_change('document_shares is append-only');

CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER documents_no_truncate BEFORE TRUNCATE ON documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change('documents is append-only');

CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts FOR EACH ROW EXECUTE FUNCTION refuse_change('facts is append-only');

CREATE TRIGGER facts_no_truncate BEFORE TRUNCATE ON facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('facts is append-only');

CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts FOR EACH ROW EXECUTE FUNCTION refuse_change('facts is append-only');

CREATE TRIGGER founding_bytes_no_delete BEFORE DELETE ON founding_bytes FOR EACH ROW EXECUTE FUNCTION refuse_change('founding_bytes is append-only');

CREATE TRIGGER founding_bytes_no_truncate BEFORE TRUNCATE ON founding_bytes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('founding_bytes is append-only');

CREATE TRIGGER founding_bytes_no_update BEFORE UPDATE ON founding_bytes FOR EACH ROW EXECUTE FUNCTION refuse_change('founding_bytes is append-only');

CREATE TRIGGER founding_papers_no_delete BEFORE DELETE ON founding_papers FOR EACH ROW EXECUTE FUNCTION refuse_change('founding_papers is append-only');

CREATE TRIGGER founding_papers_no_truncate BEFORE TRUNCATE ON founding_papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('founding_papers is append-only');

CREATE TRIGGER founding_papers_no_update BEFORE UPDATE ON founding_papers FOR EACH ROW EXECUTE FUNCTION refuse_change('founding_papers is append-only');

CREATE TRIGGER founding_withdrawals_no_delete BEFORE DELETE ON founding_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change('founding_withdrawals is append-only');

CREATE TRIGGER founding_withdrawals_no_truncate BEFORE TRUNCATE ON founding_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('founding_withdrawals is append-only');

CREATE TRIGGER founding_withdrawals_no_update BEFORE UPDATE ON founding_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change('founding_withdrawals is append-only');

CREATE TRIGGER freeze_deferrals_no_delete BEFORE DELETE ON freeze_deferrals FOR EACH ROW EXECUTE FUNCTION refuse_change('freeze_deferrals is append-only');

CREATE TRIGGER freeze_deferrals_no_truncate BEFORE TRUNCATE ON freeze_deferrals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('freeze_deferrals is append-only');

CREATE TRIGGER freeze_deferrals_no_update BEFORE UPDATE ON freeze_deferrals FOR EACH ROW EXECUTE FUNCTION refuse_change('freeze_deferrals is append-only');

CREATE TRIGGER journal_entries_no_delete BEFORE DELETE ON journal_entries FOR EACH ROW EXECUTE FUNCTION refuse_change('journal_entries is append-only');

CREATE TRIGGER journal_entries_no_truncate BEFORE TRUNCATE ON journal_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('journal_entries is append-only');

CREATE TRIGGER journal_entries_no_update BEFORE UPDATE ON journal_entries FOR EACH ROW EXECUTE FUNCTION refuse_change('journal_entries is append-only');

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change('journal is append-only');

CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('journal is append-only');

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change('journal is append-only');

CREATE TRIGGER leases_no_delete BEFORE DELETE ON leases FOR EACH ROW EXECUTE FUNCTION refuse_change('leases are released, not deleted');

CREATE TRIGGER leases_token_grows BEFORE UPDATE ON leases FOR EACH ROW WHEN (((new.token < old.token) OR ((new.holder <> old.holder) AND (new.token <= old.token)))) EXECUTE FUNCTION refuse_change('a fencing token only grows');

CREATE TRIGGER official_rates_no_delete BEFORE DELETE ON official_rates FOR EACH ROW EXECUTE FUNCTION refuse_change('official_rates is append-only');

CREATE TRIGGER official_rates_no_truncate BEFORE TRUNCATE ON official_rates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('official_rates is append-only');

CREATE TRIGGER official_rates_no_update BEFORE UPDATE ON official_rates FOR EACH ROW EXECUTE FUNCTION refuse_change('official_rates is append-only');

CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers FOR EACH ROW EXECUTE FUNCTION refuse_change('papers is append-only');

CREATE TRIGGER papers_no_truncate BEFORE TRUNCATE ON papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('papers is append-only');

CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers FOR EACH ROW EXECUTE FUNCTION refuse_change('papers is append-only');

CREATE TRIGGER payment_invoices_no_delete BEFORE DELETE ON payment_invoices FOR EACH ROW EXECUTE FUNCTION refuse_change('payment_invoices is append-only');

CREATE TRIGGER payment_invoices_no_truncate BEFORE TRUNCATE ON payment_invoices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('payment_invoices is append-only');

CREATE TRIGGER payment_invoices_no_update BEFORE UPDATE ON payment_invoices FOR EACH ROW EXECUTE FUNCTION refuse_change('payment_invoices is append-only');

CREATE TRIGGER portions_no_delete BEFORE DELETE ON portions FOR EACH ROW EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER portions_no_truncate BEFORE TRUNCATE ON portions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER portions_no_update BEFORE UPDATE ON portions FOR EACH ROW EXECUTE FUNCTION refuse_change('portions is append-only');

CREATE TRIGGER price_listings_no_delete BEFORE DELETE ON price_listings FOR EACH ROW EXECUTE FUNCTION refuse_change('price_listings is append-only');

CREATE TRIGGER price_listings_no_truncate BEFORE TRUNCATE ON price_listings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('price_listings is append-only');

CREATE TRIGGER price_listings_no_update BEFORE UPDATE ON price_listings FOR EACH ROW EXECUTE FUNCTION refuse_change('price_listings is append-only');

CREATE TRIGGER project_passings_no_delete BEFORE DELETE ON project_passings FOR EACH ROW EXECUTE FUNCTION refuse_change('project_passings is append-only');

CREATE TRIGGER project_passings_no_truncate BEFORE TRUNCATE ON project_passings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('project_passings is append-only');

CREATE TRIGGER project_passings_no_update BEFORE UPDATE ON project_passings FOR EACH ROW EXECUTE FUNCTION refuse_change('project_passings is append-only');

CREATE TRIGGER received_files_no_delete BEFORE DELETE ON received_files FOR EACH ROW EXECUTE FUNCTION refuse_change('received_files is append-only');

CREATE TRIGGER received_files_no_truncate BEFORE TRUNCATE ON received_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('received_files is append-only');

CREATE TRIGGER received_files_no_update BEFORE UPDATE ON received_files FOR EACH ROW EXECUTE FUNCTION refuse_change('received_files is append-only');

CREATE TRIGGER reconciliation_acts_no_delete BEFORE DELETE ON reconciliation_acts FOR EACH ROW EXECUTE FUNCTION refuse_change('reconciliation_acts is append-only');

CREATE TRIGGER reconciliation_acts_no_truncate BEFORE TRUNCATE ON reconciliation_acts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('reconciliation_acts is append-only');

CREATE TRIGGER reconciliation_acts_no_update BEFORE UPDATE ON reconciliation_acts FOR EACH ROW EXECUTE FUNCTION refuse_change('reconciliation_acts is append-only');

CREATE TRIGGER request_files_no_delete BEFORE DELETE ON request_files FOR EACH ROW EXECUTE FUNCTION refuse_change('request_files is append-only');

CREATE TRIGGER request_files_no_truncate BEFORE TRUNCATE ON request_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('request_files is append-only');

CREATE TRIGGER request_files_no_update BEFORE UPDATE ON request_files FOR EACH ROW EXECUTE FUNCTION refuse_change('request_files is append-only');

CREATE TRIGGER request_steps_no_delete BEFORE DELETE ON request_steps FOR EACH ROW EXECUTE FUNCTION refuse_change('request_steps is append-only');

CREATE TRIGGER request_steps_no_truncate BEFORE TRUNCATE ON request_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('request_steps is append-only');

CREATE TRIGGER request_steps_no_update BEFORE UPDATE ON request_steps FOR EACH ROW EXECUTE FUNCTION refuse_change('request_steps is append-only');

CREATE TRIGGER request_values_no_delete BEFORE DELETE ON request_values FOR EACH ROW EXECUTE FUNCTION refuse_change('request_values is append-only');

CREATE TRIGGER request_values_no_truncate BEFORE TRUNCATE ON request_values FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('request_values is append-only');

CREATE TRIGGER request_values_no_update BEFORE UPDATE ON request_values FOR EACH ROW EXECUTE FUNCTION refuse_change('request_values is append-only');

CREATE TRIGGER returned_credits_no_delete BEFORE DELETE ON returned_credits FOR EACH ROW EXECUTE FUNCTION refuse_change('returned_credits is append-only');

CREATE TRIGGER returned_credits_no_truncate BEFORE TRUNCATE ON returned_credits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('returned_credits is append-only');

CREATE TRIGGER returned_credits_no_update BEFORE UPDATE ON returned_credits FOR EACH ROW EXECUTE FUNCTION refuse_change('returned_credits is append-only');

CREATE TRIGGER seal_heads_no_delete BEFORE DELETE ON seal_heads FOR EACH ROW EXECUTE FUNCTION refuse_change('seal_heads is append-only');

CREATE TRIGGER seal_heads_no_truncate BEFORE TRUNCATE ON seal_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('seal_heads is append-only');

CREATE TRIGGER seal_heads_no_update BEFORE UPDATE ON seal_heads FOR EACH ROW EXECUTE FUNCTION refuse_change('seal_heads is append-only');

CREATE TRIGGER seals_no_delete BEFORE DELETE ON seals FOR EACH ROW EXECUTE FUNCTION refuse_change('seals is append-only');

CREATE TRIGGER seals_no_truncate BEFORE TRUNCATE ON seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('seals is append-only');

CREATE TRIGGER seals_no_update BEFORE UPDATE ON seals FOR EACH ROW EXECUTE FUNCTION refuse_change('seals is append-only');

CREATE TRIGGER state_transitions_no_delete BEFORE DELETE ON state_transitions FOR EACH ROW EXECUTE FUNCTION refuse_change('state_transitions is append-only');

CREATE TRIGGER state_transitions_no_truncate BEFORE TRUNCATE ON state_transitions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('state_transitions is append-only');

CREATE TRIGGER state_transitions_no_update BEFORE UPDATE ON state_transitions FOR EACH ROW EXECUTE FUNCTION refuse_change('state_transitions is append-only');

CREATE TRIGGER substitutions_no_delete BEFORE DELETE ON substitutions FOR EACH ROW EXECUTE FUNCTION refuse_change('substitutions is append-only');

CREATE TRIGGER substitutions_no_truncate BEFORE TRUNCATE ON substitutions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('substitutions is append-only');

CREATE TRIGGER substitutions_no_update BEFORE UPDATE ON substitutions FOR EACH ROW EXECUTE FUNCTION refuse_change('substitutions is append-only');

CREATE TRIGGER tokens_no_delete BEFORE DELETE ON tokens FOR EACH ROW EXECUTE FUNCTION refuse_change('tokens are revoked, not deleted');

CREATE TRIGGER tokens_no_return BEFORE UPDATE ON tokens FOR EACH ROW WHEN ((old.revoked_at IS NOT NULL)) EXECUTE FUNCTION refuse_change('a revoked token stays revoked');

CREATE TRIGGER usage_events_no_delete BEFORE DELETE ON usage_events FOR EACH ROW EXECUTE FUNCTION refuse_change('usage_events is append-only');

CREATE TRIGGER usage_events_no_truncate BEFORE TRUNCATE ON usage_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('usage_events is append-only');

CREATE TRIGGER usage_events_no_update BEFORE UPDATE ON usage_events FOR EACH ROW EXECUTE FUNCTION refuse_change('usage_events is append-only');

CREATE TRIGGER usage_identities_no_delete BEFORE DELETE ON usage_identities FOR EACH ROW EXECUTE FUNCTION refuse_change('usage_identities is append-only');

CREATE TRIGGER usage_identities_no_truncate BEFORE TRUNCATE ON usage_identities FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('usage_identities is append-only');

CREATE TRIGGER usage_identities_no_update BEFORE UPDATE ON usage_identities FOR EACH ROW EXECUTE FUNCTION refuse_change('usage_identities is append-only');
