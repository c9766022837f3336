-- Accounts opened, or given another tax id, by whoever came: nobody has checked the id, and no transfer is matched by it alone
-- before one of that payer has reached the account by its PID or invoice.
CREATE TABLE claimed_accounts (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id)
) STRICT KEYED;
