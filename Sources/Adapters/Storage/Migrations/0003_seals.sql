-- What shows that nothing was changed behind the program's back: papers named in the journal, facts
-- that no posting holds, and seals over the heads of all chains.

-- What a transaction answers for besides its sums: the digests of the documents it issued.
ALTER TABLE journal ADD COLUMN payload TEXT NOT NULL DEFAULT '';

-- Every row of the small tables as it was written, and each settlement run, chained by hash.
CREATE TABLE facts (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (chain, sequence)
) STRICT KEYED;

-- The Merkle root over the heads of all chains; hash covers the seal before.
CREATE TABLE seals (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
    at BIGINT NOT NULL,
    leaves BIGINT NOT NULL,
    root BYTES NOT NULL,
    hash BYTES NOT NULL
) STRICT;

-- The heads that grew since the seal before.
CREATE TABLE seal_heads (
    seal BIGINT NOT NULL REFERENCES seals (number),
    book TEXT NOT NULL CHECK (book IN ('facts', 'journal')),
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    PRIMARY KEY (seal, book, chain)
) STRICT KEYED;
