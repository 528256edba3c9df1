ALTER TABLE title
    ADD revision    bigint NOT NULL DEFAULT 1,
    ADD recorded_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN title.revision IS 'How often the title itself changed; that another is equal to it is not counted';
COMMENT ON COLUMN title.recorded_at IS 'Since when it and its equals are believed to be so';

CREATE TABLE title_past (
    code           text NOT NULL REFERENCES title ON DELETE CASCADE,
    name           text NOT NULL,
    rank           integer NOT NULL,
    leadership     boolean NOT NULL,
    equal_titles   text[] NOT NULL,
    theory_asked   text,
    standard_basis text,
    recorded       tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    recorded_at    timestamptz NOT NULL GENERATED ALWAYS AS (lower(recorded)) STORED,
    PRIMARY KEY (code, recorded_at)
);
COMMENT ON TABLE title_past IS 'What was believed of titles and no longer is; public reference data';
GRANT SELECT, INSERT ON title_past TO ${app};

-- Equals are written after the title, so what they were is read here.
CREATE FUNCTION keep_title_past() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    new.recorded_at := greatest(new.recorded_at, old.recorded_at + interval '1 microsecond');
    IF (new.name, new.rank, new.leadership, new.theory_asked, new.standard_basis)
            IS DISTINCT FROM (old.name, old.rank, old.leadership, old.theory_asked, old.standard_basis) THEN
        new.revision := old.revision + 1;
    END IF;
    INSERT INTO title_past (code, name, rank, leadership, equal_titles, theory_asked, standard_basis, recorded)
    SELECT old.code, old.name, old.rank, old.leadership,
           ARRAY(SELECT CASE e.code WHEN old.code THEN e.equal_code ELSE e.code END FROM title_equal e
                  WHERE old.code IN (e.code, e.equal_code) ORDER BY 1),
           old.theory_asked, old.standard_basis, tstzrange(old.recorded_at, new.recorded_at);
    RETURN new;
END
$$;
CREATE TRIGGER keep_title_past BEFORE UPDATE ON title FOR EACH ROW EXECUTE FUNCTION keep_title_past();
