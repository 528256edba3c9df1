CREATE TABLE session_event (
    id       uuid PRIMARY KEY DEFAULT uuidv7(),
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    account  text NOT NULL,
    username text,
    act      text NOT NULL CHECK (act IN ('SIGNED_IN', 'SIGNED_OUT', 'ENDED'))
);
COMMENT ON TABLE session_event IS 'Who signed in and out, and whose sessions were ended; the application may only add';
COMMENT ON COLUMN session_event.account IS 'Subject of the identity provider';
COMMENT ON COLUMN session_event.act IS 'ENDED: by the identity provider, as when rights were taken away';
CREATE INDEX ON session_event (account, at);
GRANT INSERT ON session_event TO ${app};
