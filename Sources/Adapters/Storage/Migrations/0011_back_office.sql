-- What the provider's staff did: who, when, what, on what, why. The names are those of the day.
CREATE TABLE audit_entries (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
    at BIGINT NOT NULL,
    user_id TEXT REFERENCES users (id),
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    account TEXT REFERENCES accounts (id),
    reason TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT KEYED;
CREATE INDEX audit_by_time ON audit_entries (at, number);
CREATE INDEX audit_by_who ON audit_entries (who, at, number);
CREATE INDEX audit_by_action ON audit_entries (action, at, number);
CREATE INDEX audit_by_object ON audit_entries (object, at, number);
CREATE INDEX audit_by_account ON audit_entries (account, at, number);

-- Credits that a person took back whole: the money lies in suspense again, the lot is empty.
CREATE TABLE returned_credits (
    project TEXT NOT NULL REFERENCES projects (pid),
    id TEXT NOT NULL,
    run BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (project, id),
    FOREIGN KEY (project, id) REFERENCES credits (project, id)
) STRICT KEYED;

-- A held file that a person turned away; one who looks again may still accept it.
ALTER TABLE bank_statements ADD COLUMN refused_at BIGINT;

-- The words of a counterparty's name in small letters, to be found by their beginnings.
CREATE TABLE name_words (
    word TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (word, account)
) STRICT KEYED;
CREATE INDEX name_words_by_account ON name_words (account);

-- What the back office looks for things by.
CREATE INDEX accounts_by_email ON accounts (email);
CREATE INDEX documents_by_bare_number ON documents (number, year);
CREATE INDEX bank_lines_by_document ON bank_lines (document, number);
CREATE INDEX bank_lines_by_payer ON bank_lines (payer_tax_id, number);
CREATE INDEX bank_lines_by_statement ON bank_lines (statement, state, number);
CREATE INDEX bank_lines_by_day ON bank_lines (direction, credited_day, region, amount);
CREATE INDEX bank_statements_by_time ON bank_statements (received_at, digest);
CREATE INDEX bank_shares_by_project ON bank_shares (project, line);
CREATE INDEX credits_by_time ON credits (project, at, id);
CREATE INDEX outbox_by_trouble ON outbox (due_at) WHERE done_at IS NULL AND trouble IS NOT NULL;
CREATE INDEX projects_owing ON projects (region, debt_total) WHERE debt_total > 0;
