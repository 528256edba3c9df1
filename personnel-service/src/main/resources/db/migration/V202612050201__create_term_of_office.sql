-- A term of office (nhiệm kỳ) of a body: its elected and designated seats are held until it ends. Bodies are units.
CREATE TABLE term_of_office (
    id            uuid NOT NULL,
    unit_id       uuid NOT NULL REFERENCES unit_root DEFERRABLE INITIALLY DEFERRED,
    valid         daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    instrument    text NOT NULL,
    reason        text,
    recorded_by   text NOT NULL,
    recorded_from timestamptz NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS),
    EXCLUDE USING gist (unit_id WITH =, valid WITH &&)
);
COMMENT ON TABLE term_of_office IS 'Terms of office of bodies, as believed now; public reference data that names nobody';
COMMENT ON COLUMN term_of_office.valid IS 'From the congress or election on; the end is the one that is expected until it has come';
CREATE INDEX ON term_of_office (valid_to);
GRANT SELECT, INSERT, DELETE ON term_of_office TO ${app};

CREATE TABLE term_of_office_past (
    id            uuid NOT NULL,
    unit_id       uuid NOT NULL REFERENCES unit_root ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    valid         daterange NOT NULL,
    name          text NOT NULL,
    instrument    text NOT NULL,
    reason        text,
    recorded_by   text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE term_of_office_past IS 'What was believed of terms of office and no longer is';
GRANT SELECT, INSERT ON term_of_office_past TO ${app};
