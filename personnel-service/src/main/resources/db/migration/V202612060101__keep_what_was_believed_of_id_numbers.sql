-- A number is a fact like others: who recorded it, when, why and by what paper, and what was believed before.
SELECT set_config('opencadre.system', 'on', true);
ALTER TABLE id_number
    ADD COLUMN document text,
    ADD COLUMN stands_because text,
    -- The release before, which runs beside this one for a while, records a number with a registration alone.
    ADD COLUMN reason text NOT NULL DEFAULT 'Đăng ký hồ sơ',
    ADD COLUMN recorded_by text NOT NULL DEFAULT actor(),
    ADD COLUMN recorded_from timestamptz NOT NULL DEFAULT now();
UPDATE id_number n
   SET recorded_by = first.recorded_by, recorded_from = first.recorded_from
  FROM (SELECT DISTINCT ON (id) id, recorded_by, recorded_from
          FROM (SELECT id, recorded_by, recorded_from FROM identity
                UNION ALL
                SELECT id, recorded_by, lower(recorded) FROM identity_past) AS ever
         ORDER BY id, recorded_from) AS first
 WHERE first.id = n.person_id;
COMMENT ON COLUMN id_number.document IS 'The paper it stands in';
COMMENT ON COLUMN id_number.stands_because IS 'Why it stands although it says another sex or year of birth';
COMMENT ON COLUMN id_number.recorded_from IS 'Of numbers recorded before this was kept: when the person was registered';

CREATE TABLE id_number_past (
    person_id      uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    number         text NOT NULL,
    document       text,
    stands_because text,
    reason         text NOT NULL,
    recorded_by    text NOT NULL,
    recorded       tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because  text NOT NULL,
    EXCLUDE USING gist (person_id WITH =, recorded WITH &&)
);
COMMENT ON TABLE id_number_past IS 'What was believed of identification numbers and no longer is; here the same number may be of several people';
CREATE INDEX ON id_number_past (person_id);
GRANT SELECT, INSERT ON id_number_past TO ${app};
ALTER TABLE id_number_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE id_number_past FORCE ROW LEVEL SECURITY;
CREATE POLICY id_number_past_in_reach ON id_number_past USING ((SELECT is_system())
    OR EXISTS (SELECT FROM place WHERE place.person_id = id_number_past.person_id OFFSET 0));
