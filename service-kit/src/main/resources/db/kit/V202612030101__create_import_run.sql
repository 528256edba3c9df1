CREATE TABLE import_run (
    id       uuid PRIMARY KEY DEFAULT uuidv7(),
    account  text NOT NULL,
    key      text NOT NULL,
    request  text NOT NULL,
    file     text NOT NULL,
    trial    boolean NOT NULL,
    state    text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'RUNNING', 'ENDED', 'CANCELLED', 'BROKEN_OFF')),
    phase    text NOT NULL DEFAULT 'READING' CHECK (phase IN ('READING', 'TAKING', 'KEEPING')),
    lines    integer NOT NULL DEFAULT 0,
    of_lines integer NOT NULL DEFAULT 0,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    beat_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz,
    status   integer,
    answer   text,
    people   uuid[] NOT NULL DEFAULT '{}',
    CHECK ((ended_at IS NULL) = (state IN ('WAITING', 'RUNNING')))
);
COMMENT ON TABLE import_run IS 'A workbook that is taken behind the request that sent it, for a day; its account alone sees it';
COMMENT ON COLUMN import_run.request IS 'A hash of what was sent with the key';
COMMENT ON COLUMN import_run.beat_at IS 'When the instance that runs it last said so: one that has been silent too long is taken for dead, and keeps nothing any more';
COMMENT ON COLUMN import_run.answer IS 'The report, or what a problem says; status is the one of HTTP';
COMMENT ON COLUMN import_run.people IS 'Whom the report shows, for the audit of reading it';
CREATE UNIQUE INDEX import_run_open ON import_run (account, key) WHERE ended_at IS NULL;
CREATE INDEX ON import_run (account, asked_at);
CREATE INDEX ON import_run (asked_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON import_run TO ${app};
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_run FORCE ROW LEVEL SECURITY;
CREATE POLICY import_run_own ON import_run USING (account = (SELECT actor()) OR (SELECT is_system()));
