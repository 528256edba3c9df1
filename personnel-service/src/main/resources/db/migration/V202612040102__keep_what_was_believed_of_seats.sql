-- Of a seat that stands these alone change: its end, how many may hold it, and the instrument.
CREATE TABLE seat_past (
    id          uuid NOT NULL REFERENCES seat ON DELETE CASCADE,
    valid_to    date NOT NULL,
    holders     integer NOT NULL,
    instrument  text NOT NULL,
    recorded    tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    recorded_at timestamptz NOT NULL GENERATED ALWAYS AS (lower(recorded)) STORED,
    PRIMARY KEY (id, recorded_at)
);
COMMENT ON TABLE seat_past IS 'What was believed of seats and no longer is; public reference data that names nobody';
GRANT SELECT, INSERT ON seat_past TO ${app};

-- Two beliefs never share an instant.
CREATE FUNCTION keep_seat_past() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    new.recorded_at := greatest(new.recorded_at, old.recorded_at + interval '1 microsecond');
    INSERT INTO seat_past (id, valid_to, holders, instrument, recorded)
    VALUES (old.id, old.valid_to, old.holders, old.instrument, tstzrange(old.recorded_at, new.recorded_at));
    RETURN new;
END
$$;
CREATE TRIGGER keep_seat_past BEFORE UPDATE ON seat FOR EACH ROW EXECUTE FUNCTION keep_seat_past();
