CREATE TABLE seat (
    id          uuid PRIMARY KEY,
    valid       daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    unit_id     uuid NOT NULL,
    title_code  text NOT NULL REFERENCES title,
    kind        text NOT NULL CHECK (kind IN ('APPOINTED', 'ELECTED', 'DESIGNATED')),
    regime      text NOT NULL CHECK (regime IN ('CADRE', 'PUBLIC_EMPLOYEE')),
    scope       smallint NOT NULL,
    holders     integer NOT NULL CHECK (holders > 0),
    term_months integer CHECK (term_months > 0),
    instrument  text NOT NULL,
    revision    bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    valid_from  date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to    date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    UNIQUE (id, valid WITHOUT OVERLAPS),
    FOREIGN KEY (unit_id, PERIOD valid) REFERENCES unit (id, PERIOD valid) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE seat IS 'A post that exists whether or not somebody holds it; public reference data that names nobody';
COMMENT ON COLUMN seat.holders IS 'How many may hold it at once; acting ones are not counted';
COMMENT ON COLUMN seat.scope IS 'Ordinal of the management scope (diện quản lý) of its holder';
CREATE INDEX ON seat (unit_id);
CREATE INDEX ON seat (title_code);
GRANT SELECT, INSERT, UPDATE ON seat TO ${app};
