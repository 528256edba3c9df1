-- The number of a dossier may be given after the registration and put right; what was believed is kept.
SELECT set_config('opencadre.system', 'on', true);
ALTER TABLE file_number
    -- The release before, which runs beside this one for a while, records a number with a registration alone.
    ADD COLUMN reason text NOT NULL DEFAULT 'Đăng ký hồ sơ',
    ADD COLUMN recorded_by text NOT NULL DEFAULT actor(),
    ADD COLUMN recorded_from timestamptz NOT NULL DEFAULT now();
UPDATE file_number n
   SET recorded_by = first.recorded_by, recorded_from = first.recorded_from
  FROM (SELECT DISTINCT ON (id) id, recorded_by, recorded_from
          FROM (SELECT id, recorded_by, recorded_from FROM identity
                UNION ALL
                SELECT id, recorded_by, lower(recorded) FROM identity_past) AS ever
         ORDER BY id, recorded_from) AS first
 WHERE first.id = n.person_id;
COMMENT ON COLUMN file_number.recorded_from IS 'Of numbers recorded before this was kept: when the person was registered';
GRANT DELETE ON file_number TO ${app};

CREATE TABLE file_number_past (
    person_id     uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    number        text NOT NULL,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    EXCLUDE USING gist (person_id WITH =, recorded WITH &&)
);
COMMENT ON TABLE file_number_past IS 'What was believed of numbers of dossiers and no longer is; workbooks name nobody by these';
CREATE INDEX ON file_number_past (person_id);
GRANT SELECT, INSERT ON file_number_past TO ${app};
ALTER TABLE file_number_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_number_past FORCE ROW LEVEL SECURITY;
CREATE POLICY file_number_past_in_reach ON file_number_past USING ((SELECT is_system())
    OR EXISTS (SELECT FROM place WHERE place.person_id = file_number_past.person_id OFFSET 0));
