-- The first arrival that a settlement may still have to look at: all before it are settled. A project
-- that is settled every minute reads its last minutes, not its life.
ALTER TABLE projects ADD COLUMN open_arrival BIGINT NOT NULL DEFAULT 1;
UPDATE projects SET open_arrival = COALESCE(
    (SELECT MIN(e.arrival) FROM usage_events e
        WHERE e.project = projects.pid AND e.arrival <= projects.settled_arrival
            AND e.ended_at > projects.settled_until),
    settled_arrival + 1);
