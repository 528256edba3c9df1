CREATE TABLE audit (
    id        uuid PRIMARY KEY DEFAULT uuidv7(),
    at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    account   text NOT NULL,
    username  text NOT NULL,
    action    text NOT NULL,
    operation text NOT NULL,
    person_id uuid,
    unit_id   uuid,
    count     integer,
    detail    text,
    trace_id  text
);
COMMENT ON TABLE audit IS 'Every view and change, written before the bytes leave; the application may only add';
CREATE INDEX ON audit (person_id, at);
GRANT INSERT ON audit TO ${app};
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_add ON audit FOR INSERT WITH CHECK (true);
