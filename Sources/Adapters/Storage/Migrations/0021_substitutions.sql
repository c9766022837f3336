-- What one payment has paid was given to a bank transfer by a member of staff, by a run of the project's own.
CREATE TABLE substitutions (
    project TEXT NOT NULL REFERENCES projects (pid),
    run BIGINT NOT NULL CHECK (run > 0),
    payment TEXT NOT NULL,
    transfer TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    at BIGINT NOT NULL,
    PRIMARY KEY (project, run),
    FOREIGN KEY (project, payment) REFERENCES credits (project, id),
    FOREIGN KEY (project, transfer) REFERENCES credits (project, id),
    CHECK (payment <> transfer)
) STRICT KEYED;
