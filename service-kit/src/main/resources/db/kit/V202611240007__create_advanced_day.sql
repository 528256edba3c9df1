CREATE TABLE advanced_day (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    day      date NOT NULL,
    revision bigint NOT NULL
);
COMMENT ON TABLE advanced_day IS 'The legal day of a demo, once it was moved ahead of the calendar; empty everywhere else';
GRANT SELECT, INSERT, UPDATE, DELETE ON advanced_day TO ${app};
