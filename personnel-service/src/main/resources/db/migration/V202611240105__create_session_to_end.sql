CREATE TABLE session_to_end (
    account       text PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    authz_version bigint NOT NULL,
    since         timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE session_to_end IS 'Changed grants of which the identity provider has not yet been told';
GRANT SELECT, INSERT, UPDATE, DELETE ON session_to_end TO ${app};
