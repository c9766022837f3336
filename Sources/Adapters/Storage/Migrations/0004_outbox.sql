-- What the outside must still hear or get: written in the transaction that makes it true, done later and
-- as often as it takes (decision 0018).
CREATE TABLE outbox (
    account TEXT NOT NULL REFERENCES accounts (id),
    topic TEXT NOT NULL,
    subject TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    trouble TEXT,
    done_at BIGINT,
    PRIMARY KEY (account, topic, subject)
) STRICT KEYED;
CREATE INDEX outbox_due ON outbox (topic, due_at) WHERE done_at IS NULL;

-- Papers as they were printed: whoever asks again gets the same bytes.
CREATE TABLE papers (
    account TEXT NOT NULL REFERENCES accounts (id),
    subject TEXT NOT NULL,
    printed_at BIGINT NOT NULL,
    sha256 BYTES NOT NULL,
    pdf BYTES NOT NULL,
    PRIMARY KEY (account, subject)
) STRICT;

-- Documents issued before there was an outbox wait for their papers like all others.
INSERT INTO outbox (account, topic, subject, made_at, due_at)
    SELECT account, 'paper', region || '/' || kind || '/' || year || '/' || number, issued_at, issued_at
    FROM documents;
INSERT INTO outbox (account, topic, subject, made_at, due_at)
    SELECT p.account, 'paper', i.region || '/paymentInvoice/' || i.year || '/' || i.number, i.issued_at,
        i.issued_at
    FROM payment_invoices i JOIN projects p ON p.pid = i.project;
