-- How far each mailbox of the departments is read: UIDs count while the mailbox keeps its UIDVALIDITY.
CREATE TABLE mailboxes (
    name TEXT NOT NULL PRIMARY KEY,
    validity BIGINT NOT NULL,
    uid BIGINT NOT NULL,
    looked_at BIGINT NOT NULL
) STRICT KEYED;

-- Letters that came, each once: the mark is a hash over the Message-ID and what it says.
CREATE TABLE received_letters (
    mark BYTES NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL CHECK (number > 0),
    mailbox TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    message_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    user_id TEXT REFERENCES users (id),
    subject TEXT NOT NULL,
    said TEXT NOT NULL,
    written_at BIGINT,
    left_out TEXT NOT NULL,
    answers BIGINT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'asked', 'taken', 'bounce', 'automatic', 'aside')),
    wait TEXT,
    kind TEXT,
    project TEXT,
    request BIGINT,
    about TEXT NOT NULL,
    asked_at BIGINT,
    form_key TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0)
) STRICT KEYED;
CREATE INDEX received_letters_by_number ON received_letters (number);
CREATE INDEX received_letters_by_state ON received_letters (state, number);
CREATE INDEX received_letters_by_user ON received_letters (user_id, received_at);

-- Their files; the bytes of each are kept once, beside those of requests.
CREATE TABLE received_files (
    letter BIGINT NOT NULL,
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    sha256 BYTES NOT NULL REFERENCES attachments (sha256),
    PRIMARY KEY (letter, place)
) STRICT KEYED;

-- A letter of ours that was taken and came back.
ALTER TABLE letters ADD COLUMN bounced_at BIGINT;
