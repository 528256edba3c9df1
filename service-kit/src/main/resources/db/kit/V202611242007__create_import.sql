CREATE TABLE import_batch (
    id        uuid PRIMARY KEY DEFAULT uuidv7(),
    account   text NOT NULL,
    file      text NOT NULL,
    taken_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    undone_at timestamptz
);
COMMENT ON TABLE import_batch IS 'A workbook that was taken whole; its account may take it back';
CREATE INDEX ON import_batch (account, taken_at);
GRANT SELECT, INSERT, UPDATE (undone_at) ON import_batch TO ${app};
ALTER TABLE import_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY import_batch_own ON import_batch USING (account = (SELECT actor()) OR (SELECT is_system()));

CREATE TABLE import_line (
    batch     uuid NOT NULL REFERENCES import_batch,
    position  integer NOT NULL,
    sheet     text NOT NULL,
    line      integer NOT NULL,
    aggregate uuid NOT NULL,
    fact      uuid NOT NULL,
    revision  bigint NOT NULL,
    PRIMARY KEY (batch, position)
);
COMMENT ON TABLE import_line IS 'What each line of a batch made, and the revision its aggregate had then; no content';
GRANT SELECT, INSERT ON import_line TO ${app};
ALTER TABLE import_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_line FORCE ROW LEVEL SECURITY;
CREATE POLICY import_line_own ON import_line
    USING (EXISTS (SELECT FROM import_batch b WHERE b.id = import_line.batch));
