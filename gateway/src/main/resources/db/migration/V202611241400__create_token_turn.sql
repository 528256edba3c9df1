-- Which session is getting a token at some instance of the gateway; the others wait, at most until the time.
CREATE TABLE token_turn (
    session_id char(36) PRIMARY KEY,
    until      timestamptz NOT NULL
);
CREATE INDEX ON token_turn (until);
GRANT SELECT, INSERT, UPDATE, DELETE ON token_turn TO ${app};
