CREATE TABLE idempotency (
    account    text NOT NULL,
    key        text NOT NULL,
    request    text NOT NULL,
    status     integer,
    etag       text,
    body       text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, key)
);
COMMENT ON TABLE idempotency IS 'Answers already given, so that a repeated request changes nothing and hears the same; request is a hash';
CREATE INDEX ON idempotency (created_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO ${app};
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_own ON idempotency USING (account = (SELECT actor()) OR (SELECT is_system()));
