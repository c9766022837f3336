-- Invoices that customers make to top a project up (R83): a kind of its own, numbered per supplier and
-- year (D17).
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
    PRIMARY KEY (supplier, year, number)
) STRICT;
CREATE INDEX payment_invoices_by_day ON payment_invoices (region, number, day);
CREATE INDEX payment_invoices_by_project ON payment_invoices (project, issued_at);
