-- A database as it was left by the first schema: a person and a company with three days of usage, settled.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE schema_migrations (
    number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest BLOB NOT NULL,
    applied_at INTEGER NOT NULL) STRICT;
INSERT INTO schema_migrations VALUES(1,'house',X'4390374f035ff254c8c1c3ad1f6d82003d7bee4e928864fd8d34d2b9135198de',1795566920623777);
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    tax_id TEXT,
    is_company INTEGER NOT NULL CHECK (is_company IN (0, 1)),
    registered_at INTEGER NOT NULL,
    record TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT;
INSERT INTO accounts VALUES('p1','p1@example.test',NULL,0,1754816400000000,'{"account":"p1","counterparty":{"kind":"individual","name":"Сидоров Иван","residency":"RU"},"email":"p1@example.test","locale":"ru","projects":[{"created":"2025-08-10T09:00:00Z","pid":"mcs0000000004","region":"moscow"}],"registered":"2025-08-10T09:00:00Z"}',X'fe3661f3a6033a1f32cf47940edcd573da101f65bf11704ffa7a402b1d5f7bec');
INSERT INTO accounts VALUES('altyn','a@example.test','971240001315',1,1754816400000000,'{"account":"altyn","contract":{"date":"2025-08-12","documents":[],"number":"ВК-17/2026","scheme":"postpaid","type":"individual"},"counterparty":{"address":{"country":"KZ","text":"г. Алматы, пр. Абая, 10"},"bin":"971240001315","kind":"legalEntity","name":"Товарищество с ограниченной ответственностью «Алтын»","residency":"KZ","shortName":"ТОО «Алтын»"},"email":"a@example.test","locale":"ru","projects":[{"created":"2025-08-10T09:00:00Z","pid":"mcs0000000003","region":"kazakhstan"}],"registered":"2025-08-10T09:00:00Z"}',X'00200032188a37d3e08e6af155d47b247be69fd904e2f4fd21d9f1d3d01864ab');
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
    run INTEGER NOT NULL,
    CHECK (lot_total = 0 OR debt_total = 0),
    CHECK ((state = 'frozen') = (frozen_at IS NOT NULL)),
    CHECK ((frozen_at IS NULL) = (deletion_due IS NULL))
) STRICT;
INSERT INTO projects VALUES('mcs0000000004','p1','moscow',1754816400000000,0,'active',NULL,NULL,1,47000,0,3,3,1768298700000000,1);
INSERT INTO projects VALUES('mcs0000000003','altyn','kazakhstan',1754816400000000,1,'active',NULL,NULL,0,0,3000,3,3,1768298700000000,1);
CREATE TABLE suppliers (
    region TEXT NOT NULL PRIMARY KEY,
    record TEXT NOT NULL
) STRICT;
INSERT INTO suppliers VALUES('moscow','{"region":"moscow","signatory":{"basis":"Устав","firstName":"Анна","lastName":"Иванова","middleName":"Петровна","post":"Главный бухгалтер"}}');
INSERT INTO suppliers VALUES('kazakhstan','{"account":"KZ698562203124676325","address":{"country":"KZ","text":"г. Астана, ул. Достык, 1"},"bank":"АО «Kaspi Bank»","bik":"CASPKZKA","bin":"050141000631","kbe":"17","knp":"859","name":"ТОО «QazCloud»","region":"kazakhstan","signatory":{"basis":"Устав","firstName":"Анна","lastName":"Иванова","middleName":"Петровна","post":"Главный бухгалтер"}}');
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
INSERT INTO price_listings VALUES('moscow','compute.vcpu',20454,'Облачные вычисления','v','шт',10000000,'RUB','compute');
INSERT INTO price_listings VALUES('kazakhstan','compute.vcpu',20454,'Облачные вычисления','v','шт',10000000,'KZT',NULL);
CREATE TABLE usage_identities (
    identity BLOB NOT NULL PRIMARY KEY,
    project TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO usage_identities VALUES(X'6d637330303030300927cb50535fd0221044d710f3a4d8ec','mcs0000000004',X'4f5eae565843aa6622efe326aeb7f760');
INSERT INTO usage_identities VALUES(X'6d637330303030300ce27b4199a50049156c211b2311907f','mcs0000000003',X'4ca75f817f9cf2d13f169079f4c5dd8f');
INSERT INTO usage_identities VALUES(X'6d6373303030303037ec187e3aa02195e10b369d6156cfa7','mcs0000000003',X'c4ca5fb2fdc8209beaf5bfbac1eebe79');
INSERT INTO usage_identities VALUES(X'6d6373303030303070f72cebd7afb2e2bda4ccdc0581c020','mcs0000000004',X'eb800e98933fb3289fa596f55e2f9c80');
INSERT INTO usage_identities VALUES(X'6d63733030303030a834a8f5d43a7ace64a68e56f4f5f337','mcs0000000003',X'2d057e03d82dfa2c68aec3a3537c9c50');
INSERT INTO usage_identities VALUES(X'6d63733030303030c3a3fff34ef8af8df6c3de306dd124ed','mcs0000000004',X'a71cb1540729a98d93a6450fa87d5bb6');
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
INSERT INTO usage_events VALUES('mcs0000000003',1,'mcs0000000003/1/1','meter','cloud.usage.v1','vm-1','compute.vcpu',1000,1768125600000000,1768125900000000,'');
INSERT INTO usage_events VALUES('mcs0000000003',2,'mcs0000000003/1/2','meter','cloud.usage.v1','vm-1','compute.vcpu',1000,1768212000000000,1768212300000000,'');
INSERT INTO usage_events VALUES('mcs0000000003',3,'mcs0000000003/1/3','meter','cloud.usage.v1','vm-1','compute.vcpu',1000,1768298400000000,1768298700000000,'');
INSERT INTO usage_events VALUES('mcs0000000004',1,'mcs0000000004/1/1','meter','cloud.usage.v1','vm-1','compute.vcpu',1000,1768125600000000,1768125900000000,'');
INSERT INTO usage_events VALUES('mcs0000000004',2,'mcs0000000004/1/2','meter','cloud.usage.v1','vm-1','compute.vcpu',1000,1768212000000000,1768212300000000,'');
INSERT INTO usage_events VALUES('mcs0000000004',3,'mcs0000000004/1/3','meter','cloud.usage.v1','vm-1','compute.vcpu',1000,1768298400000000,1768298700000000,'');
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
INSERT INTO day_lines VALUES('mcs0000000003',20464,'vm-1','compute.vcpu','Облачные вычисления','шт',1000,1000,0,1000,'',1768125900000000,'mcs0000000003/1/1');
INSERT INTO day_lines VALUES('mcs0000000003',20465,'vm-1','compute.vcpu','Облачные вычисления','шт',1000,1000,0,1000,'',1768212300000000,'mcs0000000003/1/2');
INSERT INTO day_lines VALUES('mcs0000000003',20466,'vm-1','compute.vcpu','Облачные вычисления','шт',1000,1000,0,1000,'',1768298700000000,'mcs0000000003/1/3');
INSERT INTO day_lines VALUES('mcs0000000004',20464,'vm-1','compute.vcpu','Облачные вычисления','шт',1000,1000,0,1000,'',1768125900000000,'mcs0000000004/1/1');
INSERT INTO day_lines VALUES('mcs0000000004',20465,'vm-1','compute.vcpu','Облачные вычисления','шт',1000,1000,0,1000,'',1768212300000000,'mcs0000000004/1/2');
INSERT INTO day_lines VALUES('mcs0000000004',20466,'vm-1','compute.vcpu','Облачные вычисления','шт',1000,1000,0,1000,'',1768298700000000,'mcs0000000004/1/3');
CREATE TABLE credits (
    id TEXT NOT NULL PRIMARY KEY,
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
    CHECK ((means = 'bonus') = (bonus_type IS NOT NULL)),
    CHECK ((means = 'bonus') = (expires_at IS NOT NULL)),
    CHECK ((means = 'bank') = (document IS NOT NULL))
) STRICT;
INSERT INTO credits VALUES('c1','mcs0000000004','sbp',50000,1767607200000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,X'1db5fee8a9336240ecd4c960285ae210d4ce0381b4fa8aa7793cb1095ff787ba');
CREATE TABLE pending_credits (
    project TEXT NOT NULL,
    at INTEGER NOT NULL,
    id TEXT NOT NULL REFERENCES credits (id),
    PRIMARY KEY (project, at, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE lots (
    project TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE REFERENCES credits (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    remaining INTEGER NOT NULL,
    PRIMARY KEY (project, position),
    CHECK (remaining BETWEEN 0 AND amount)
) STRICT;
INSERT INTO lots VALUES('mcs0000000004',1,'c1',50000,47000);
CREATE TABLE grants (
    project TEXT NOT NULL,
    id TEXT NOT NULL REFERENCES credits (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    remaining INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (project, id),
    CHECK (remaining BETWEEN 0 AND amount)
) STRICT;
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
INSERT INTO debts VALUES('mcs0000000003',1,20464,'vm-1','compute.vcpu','postpaid',1000);
INSERT INTO debts VALUES('mcs0000000003',2,20465,'vm-1','compute.vcpu','postpaid',1000);
INSERT INTO debts VALUES('mcs0000000003',3,20466,'vm-1','compute.vcpu','postpaid',1000);
CREATE TABLE portions (
    project TEXT NOT NULL,
    run INTEGER NOT NULL,
    n INTEGER NOT NULL,
    day INTEGER NOT NULL,
    resource TEXT NOT NULL,
    sku TEXT NOT NULL,
    scheme TEXT NOT NULL CHECK (scheme IN ('prepaid', 'postpaid')),
    source TEXT NOT NULL CHECK (source IN ('grant', 'lot', 'debt')),
    credit TEXT REFERENCES credits (id),
    recognised INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (project, run, n),
    CHECK ((source = 'debt') = (credit IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO portions VALUES('mcs0000000003',1,1,20464,'vm-1','compute.vcpu','postpaid','debt',NULL,24312,1000);
INSERT INTO portions VALUES('mcs0000000003',1,2,20465,'vm-1','compute.vcpu','postpaid','debt',NULL,24312,1000);
INSERT INTO portions VALUES('mcs0000000003',1,3,20466,'vm-1','compute.vcpu','postpaid','debt',NULL,24312,1000);
INSERT INTO portions VALUES('mcs0000000004',1,1,20464,'vm-1','compute.vcpu','prepaid','lot','c1',24312,1000);
INSERT INTO portions VALUES('mcs0000000004',1,2,20465,'vm-1','compute.vcpu','prepaid','lot','c1',24312,1000);
INSERT INTO portions VALUES('mcs0000000004',1,3,20466,'vm-1','compute.vcpu','prepaid','lot','c1',24312,1000);
CREATE TABLE state_transitions (
    project TEXT NOT NULL,
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'frozen')),
    frozen_at INTEGER,
    deletion_due INTEGER,
    cause TEXT NOT NULL,
    PRIMARY KEY (project, n)
) STRICT;
CREATE TABLE journal (
    chain TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    at INTEGER NOT NULL,
    cause TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (chain, sequence),
    UNIQUE (chain, cause)
) STRICT;
INSERT INTO journal VALUES('mcs0000000003',1,1795566920734353,'settlement/1',X'7960a5ea7a348a2f2ed9cba177b47480a7e3c3e4f3776d08f6eff91e6b3afd45');
INSERT INTO journal VALUES('mcs0000000004',1,1795566920736520,'settlement/1',X'5d7371c2575a852298a063036d6ce0bc744ab98eddc356186cff848473f1d8c9');
CREATE TABLE journal_entries (
    chain TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    account TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0 AND amount BETWEEN -4000000000000000000 AND 4000000000000000000),
    PRIMARY KEY (chain, sequence, account),
    FOREIGN KEY (chain, sequence) REFERENCES journal (chain, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO journal_entries VALUES('mcs0000000003',1,'62.01',3000);
INSERT INTO journal_entries VALUES('mcs0000000003',1,'98.02.postpaid.2026-01',-3000);
INSERT INTO journal_entries VALUES('mcs0000000004',1,'57.sbp',50000);
INSERT INTO journal_entries VALUES('mcs0000000004',1,'62.02.sbp',-47000);
INSERT INTO journal_entries VALUES('mcs0000000004',1,'90.01.other.2026-01',-3000);
CREATE TABLE journal_balances (
    chain TEXT NOT NULL,
    account TEXT NOT NULL,
    balance INTEGER NOT NULL CHECK (balance BETWEEN -4000000000000000000 AND 4000000000000000000),
    PRIMARY KEY (chain, account)
) STRICT, WITHOUT ROWID;
INSERT INTO journal_balances VALUES('mcs0000000003','62.01',3000);
INSERT INTO journal_balances VALUES('mcs0000000003','98.02.postpaid.2026-01',-3000);
INSERT INTO journal_balances VALUES('mcs0000000004','57.sbp',50000);
INSERT INTO journal_balances VALUES('mcs0000000004','62.02.sbp',-47000);
INSERT INTO journal_balances VALUES('mcs0000000004','90.01.other.2026-01',-3000);
CREATE TABLE bank_statements (
    digest BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
    as_booked INTEGER NOT NULL CHECK (as_booked IN (0, 1)),
    accepted_at INTEGER
) STRICT;
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
    project TEXT NOT NULL REFERENCES projects (pid),
    credit TEXT NOT NULL REFERENCES credits (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    invoice_region TEXT,
    invoice_number INTEGER,
    invoice_day INTEGER,
    PRIMARY KEY (line, n)
) STRICT;
CREATE TABLE document_counters (
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last > 0),
    PRIMARY KEY (supplier, kind, year)
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
    PRIMARY KEY (supplier, kind, year, number)
) STRICT;
CREATE TABLE document_shares (
    supplier TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    project TEXT NOT NULL REFERENCES projects (pid),
    amount INTEGER NOT NULL,
    PRIMARY KEY (supplier, kind, year, number, project),
    FOREIGN KEY (supplier, kind, year, number) REFERENCES documents (supplier, kind, year, number)
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
CREATE TABLE closed_months (
    region TEXT NOT NULL,
    month INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (region, month)
) STRICT;
CREATE INDEX accounts_by_tax_id ON accounts (tax_id);
CREATE INDEX projects_by_account ON projects (account);
CREATE INDEX day_lines_by_sku ON day_lines (sku, day);
CREATE INDEX open_lots ON lots (project, position) WHERE remaining > 0;
CREATE INDEX open_grants ON grants (project, expires_at) WHERE remaining > 0;
CREATE INDEX portions_by_month ON portions (project, recognised);
CREATE INDEX portions_by_line ON portions (project, day, resource, sku);
CREATE INDEX journal_entries_by_account ON journal_entries (chain, account);
CREATE INDEX bank_lines_by_state ON bank_lines (state, number);
CREATE INDEX bank_shares_by_invoice ON bank_shares (invoice_region, invoice_number, invoice_day);
CREATE INDEX documents_by_month ON documents (region, month, position);
CREATE INDEX closings_by_month ON closings (region, month);
CREATE TRIGGER usage_identities_no_update BEFORE UPDATE ON usage_identities
BEGIN SELECT RAISE(ABORT, 'usage_identities is append-only'); END;
CREATE TRIGGER usage_identities_no_delete BEFORE DELETE ON usage_identities
BEGIN SELECT RAISE(ABORT, 'usage_identities is append-only'); END;
CREATE TRIGGER usage_events_no_update BEFORE UPDATE ON usage_events
BEGIN SELECT RAISE(ABORT, 'usage_events is append-only'); END;
CREATE TRIGGER usage_events_no_delete BEFORE DELETE ON usage_events
BEGIN SELECT RAISE(ABORT, 'usage_events is append-only'); END;
CREATE TRIGGER credits_no_update BEFORE UPDATE ON credits
BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END;
CREATE TRIGGER credits_no_delete BEFORE DELETE ON credits
BEGIN SELECT RAISE(ABORT, 'credits is append-only'); END;
CREATE TRIGGER portions_no_update BEFORE UPDATE ON portions
BEGIN SELECT RAISE(ABORT, 'portions is append-only'); END;
CREATE TRIGGER portions_no_delete BEFORE DELETE ON portions
BEGIN SELECT RAISE(ABORT, 'portions is append-only'); END;
CREATE TRIGGER state_transitions_no_update BEFORE UPDATE ON state_transitions
BEGIN SELECT RAISE(ABORT, 'state_transitions is append-only'); END;
CREATE TRIGGER state_transitions_no_delete BEFORE DELETE ON state_transitions
BEGIN SELECT RAISE(ABORT, 'state_transitions is append-only'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_entries_no_update BEFORE UPDATE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'journal_entries is append-only'); END;
CREATE TRIGGER journal_entries_no_delete BEFORE DELETE ON journal_entries
BEGIN SELECT RAISE(ABORT, 'journal_entries is append-only'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER document_shares_no_update BEFORE UPDATE ON document_shares
BEGIN SELECT RAISE(ABORT, 'document_shares is append-only'); END;
CREATE TRIGGER document_shares_no_delete BEFORE DELETE ON document_shares
BEGIN SELECT RAISE(ABORT, 'document_shares is append-only'); END;
CREATE TRIGGER closings_no_update BEFORE UPDATE ON closings
BEGIN SELECT RAISE(ABORT, 'closings is append-only'); END;
CREATE TRIGGER closings_no_delete BEFORE DELETE ON closings
BEGIN SELECT RAISE(ABORT, 'closings is append-only'); END;
CREATE TRIGGER closed_months_no_update BEFORE UPDATE ON closed_months
BEGIN SELECT RAISE(ABORT, 'closed_months is append-only'); END;
CREATE TRIGGER closed_months_no_delete BEFORE DELETE ON closed_months
BEGIN SELECT RAISE(ABORT, 'closed_months is append-only'); END;
CREATE TRIGGER bank_shares_no_update BEFORE UPDATE ON bank_shares
BEGIN SELECT RAISE(ABORT, 'bank_shares is append-only'); END;
CREATE TRIGGER bank_shares_no_delete BEFORE DELETE ON bank_shares
BEGIN SELECT RAISE(ABORT, 'bank_shares is append-only'); END;
CREATE TRIGGER price_listings_no_update BEFORE UPDATE ON price_listings
BEGIN SELECT RAISE(ABORT, 'price_listings is append-only'); END;
CREATE TRIGGER price_listings_no_delete BEFORE DELETE ON price_listings
BEGIN SELECT RAISE(ABORT, 'price_listings is append-only'); END;
COMMIT;
