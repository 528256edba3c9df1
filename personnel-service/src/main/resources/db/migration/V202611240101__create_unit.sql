CREATE TABLE unit_root (
    id          uuid PRIMARY KEY,
    tree        smallint NOT NULL CHECK (tree BETWEEN 0 AND 3),
    revision    bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE unit_root IS 'A unit as an aggregate: locked for every change, counts its revisions';
GRANT SELECT, INSERT, UPDATE ON unit_root TO ${app};

CREATE TABLE unit (
    id            uuid NOT NULL REFERENCES unit_root DEFERRABLE INITIALLY DEFERRED,
    valid         daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    name          text NOT NULL,
    type          text NOT NULL,
    code          text,
    parent_id     uuid,
    instrument    text NOT NULL,
    recorded_from timestamptz NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS),
    FOREIGN KEY (parent_id, PERIOD valid) REFERENCES unit (id, PERIOD valid) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE unit IS 'What a unit was called and where it stood, by days; public reference data';
COMMENT ON COLUMN unit.instrument IS 'The legal act that made it so';
CREATE INDEX ON unit (valid_from, valid_to);
GRANT SELECT, INSERT, UPDATE, DELETE ON unit TO ${app};
