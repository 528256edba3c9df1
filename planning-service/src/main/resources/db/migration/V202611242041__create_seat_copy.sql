-- The structure is public within the house, as names of units are: a rank of a title must be the same for every reader.
CREATE TABLE seat_title (
    seat_id        uuid PRIMARY KEY,
    revision       bigint NOT NULL,
    unit_id        uuid NOT NULL,
    code           text NOT NULL,
    name           text NOT NULL,
    rank           integer NOT NULL,
    leadership     boolean NOT NULL,
    equal_titles   text[] NOT NULL,
    theory_asked   text,
    standard_basis text,
    regime         text NOT NULL,
    level          text NOT NULL
);
COMMENT ON TABLE seat_title IS 'What title a seat has and where; reference data that names nobody';
COMMENT ON COLUMN seat_title.rank IS 'Smaller is higher, equal numbers are of one height';
COMMENT ON COLUMN seat_title.level IS 'Management scope by name';
CREATE INDEX ON seat_title (unit_id, code);
CREATE INDEX ON seat_title (rank);
GRANT SELECT, INSERT, DELETE ON seat_title TO ${app};

CREATE TABLE seat_copy (
    seat_id     uuid PRIMARY KEY,
    revision    bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    applied_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    unit_id     uuid NOT NULL,
    tree        text NOT NULL,
    kind        text NOT NULL,
    scope       smallint NOT NULL,
    holders     integer NOT NULL,
    term_months integer,
    valid_from  date NOT NULL,
    valid_to    date NOT NULL,
    instrument  text
);
COMMENT ON TABLE seat_copy IS 'Seats as personnel last published them; whoever reaches the unit in the scope works with them';
CREATE INDEX ON seat_copy (unit_id);
GRANT SELECT, INSERT, DELETE ON seat_copy TO ${app};
ALTER TABLE seat_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE seat_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY seat_copy_in_reach ON seat_copy USING ((SELECT is_system()) OR unit_in_reach(unit_id, scope));
