-- Official rates of exchange, as the central bank of the region's country set them: only appended. So many units of the
-- currency cost so many millionths of the region's.
CREATE TABLE official_rates (
    region TEXT NOT NULL,
    currency TEXT NOT NULL,
    day BIGINT NOT NULL,
    units BIGINT NOT NULL CHECK (units BETWEEN 1 AND 1000000),
    millionths BIGINT NOT NULL CHECK (millionths BETWEEN 1 AND 1000000000000000),
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (region, currency, day)
) STRICT KEYED;
-- The latest first, page by page.
CREATE INDEX official_rates_by_day ON official_rates (region, day, currency);
