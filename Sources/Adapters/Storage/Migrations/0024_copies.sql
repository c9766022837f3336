-- A letter that brings copies of a package's documents: whose they are, and which papers go with it. Their bytes stand
-- in papers alone.
ALTER TABLE letters ADD COLUMN package TEXT;
ALTER TABLE letters ADD COLUMN papers TEXT;
CREATE INDEX letters_by_package ON letters (package, id) WHERE package IS NOT NULL;
