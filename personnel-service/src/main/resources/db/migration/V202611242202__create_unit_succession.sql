CREATE TABLE unit_succession (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    predecessor  uuid NOT NULL REFERENCES unit_root,
    successor    uuid NOT NULL REFERENCES unit_root,
    kind         text NOT NULL CHECK (kind IN ('MERGE', 'SPLIT', 'RENAME', 'TYPE_CHANGE', 'TRANSFER_PARENT')),
    effective_on date NOT NULL,
    instrument   text NOT NULL,
    note         text,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (predecessor, successor),
    CHECK (predecessor <> successor)
);
COMMENT ON TABLE unit_succession IS 'Which units went into which, many to many; public reference data';
COMMENT ON COLUMN unit_succession.effective_on IS 'First day of the successor in this respect';
COMMENT ON COLUMN unit_succession.note IS 'Which part, where a unit was split';
CREATE INDEX ON unit_succession (successor);
GRANT SELECT, INSERT, DELETE ON unit_succession TO ${app};
-- An import may be taken back as long as nothing stands on its units.
GRANT DELETE ON unit_root TO ${app};
