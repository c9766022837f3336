-- An account opened by whoever came and gave a tax id nobody has checked: no transfer is matched to it by that id alone
-- before one of that payer has reached it by its PID or invoice.
ALTER TABLE accounts ADD COLUMN is_claimed BIGINT NOT NULL DEFAULT 0 CHECK (is_claimed IN (0, 1));
