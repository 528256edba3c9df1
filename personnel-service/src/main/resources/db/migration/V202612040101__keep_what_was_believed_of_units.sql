-- Versions of a unit are replaced as a whole; what they said stays here, whichever release replaces them.
CREATE TABLE unit_past (
    id            uuid NOT NULL REFERENCES unit_root ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    valid         daterange NOT NULL,
    name          text NOT NULL,
    type          text NOT NULL,
    code          text,
    parent_id     uuid,
    instrument    text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    recorded_from timestamptz NOT NULL GENERATED ALWAYS AS (lower(recorded)) STORED,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, recorded_from, valid_from)
);
COMMENT ON TABLE unit_past IS 'What was believed of units and no longer is; public reference data';
GRANT SELECT, INSERT ON unit_past TO ${app};

CREATE FUNCTION keep_unit_past() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO unit_past (id, valid, name, type, code, parent_id, instrument, ended_because, recorded)
    SELECT old.id, old.valid, old.name, old.type, old.code, old.parent_id, old.instrument, 'replaced',
           tstzrange(old.recorded_from, greatest(clock_timestamp(), old.recorded_from + interval '1 microsecond'))
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_unit_past AFTER DELETE ON unit FOR EACH ROW EXECUTE FUNCTION keep_unit_past();
