-- A session whose user's rights have changed: it gets another token at its next request.
ALTER TABLE sessions ADD COLUMN is_stale BIGINT NOT NULL DEFAULT 0 CHECK (is_stale IN (0, 1));
-- Sign-ups that wait to be confirmed, and are swept when they have waited too long; kept where something rests on them.
ALTER TABLE users ADD COLUMN is_kept BIGINT NOT NULL DEFAULT 0 CHECK (is_kept IN (0, 1));
CREATE INDEX users_unconfirmed ON users (side, created_at) WHERE confirmed_at IS NULL AND is_kept = 0;
-- Whether anything names a user, an account or a project that is to be swept.
CREATE INDEX users_by_account ON users (account);
CREATE INDEX audit_by_user ON audit_entries (user_id);
CREATE INDEX requests_by_maker ON requests (made_by);
CREATE INDEX request_steps_by_user ON request_steps (user_id);
CREATE INDEX conservations_by_user ON conservations (user_id);
CREATE INDEX tokens_by_project ON tokens (project);
CREATE INDEX closings_by_account ON closings (account);
-- By which key the secret of a second step is locked; NULL = it lies in the clear, from before there was a key.
ALTER TABLE users ADD COLUMN second_step_key BYTES;
-- Which keys secrets were locked by, the last one last: what a key is called, never the key.
CREATE TABLE secret_keys (
    n BIGINT NOT NULL PRIMARY KEY CHECK (n > 0),
    id BYTES NOT NULL,
    since BIGINT NOT NULL
) STRICT KEYED;

-- What letters that came are found by: the words of their subjects and senders' names, made anew from the letters.
CREATE TABLE letter_words (
    word TEXT NOT NULL,
    letter BIGINT NOT NULL,
    PRIMARY KEY (word, letter)
) STRICT KEYED;
CREATE INDEX letter_words_by_letter ON letter_words (letter);
CREATE INDEX received_letters_by_sender ON received_letters (sender, number);
CREATE INDEX received_letters_by_project ON received_letters (project, number);
CREATE INDEX requests_by_kind ON requests (kind, number);
CREATE INDEX requests_by_account ON requests (account, made_at);
CREATE INDEX reconciliation_acts_by_bare_number ON reconciliation_acts (number, year);
