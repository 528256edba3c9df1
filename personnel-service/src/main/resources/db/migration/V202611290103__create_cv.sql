-- The person's CV (sơ yếu lý lịch): what the official forms ask for beside name, posts and conduct. Its kinds and fields
-- stand in contracts/personnel/cv.json, so that a form of next year is a file and no migration.
CREATE TABLE cv (
    person_id   uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    revision    bigint NOT NULL CHECK (revision > 0),
    recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE cv IS 'The CV of a person as an aggregate of its own: locked for every change, counts its revisions';
GRANT SELECT, INSERT, UPDATE ON cv TO ${app};
ALTER TABLE cv ENABLE ROW LEVEL SECURITY;
ALTER TABLE cv FORCE ROW LEVEL SECURITY;
CREATE POLICY cv_in_reach ON cv USING ((SELECT is_system()) OR person_visible(person_id));

-- Beside the person, the class that the operation was asked under: what is more sensitive is not even there.
CREATE FUNCTION class_open(class text) RETURNS boolean
    STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT array_position(ARRAY['PUBLIC', 'INTERNAL', 'PERSONAL', 'SENSITIVE', 'RESTRICTED'], class)
              <= array_position(ARRAY['PUBLIC', 'INTERNAL', 'PERSONAL', 'SENSITIVE', 'RESTRICTED'],
                                current_setting('opencadre.fields', true)) $$;

CREATE TABLE cv_entry (
    id            uuid NOT NULL,
    person_id     uuid NOT NULL REFERENCES person,
    valid         daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    kind          text NOT NULL,
    class         text NOT NULL CHECK (class IN ('PERSONAL', 'SENSITIVE', 'RESTRICTED')),
    held_once     boolean NOT NULL,
    content       jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    document      text,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded_from timestamptz NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS)
);
COMMENT ON TABLE cv_entry IS 'What the CV of a person says, as believed now';
COMMENT ON COLUMN cv_entry.person_id IS 'A registration on which such an entry stands is not taken back with the workbook that made it';
COMMENT ON COLUMN cv_entry.kind IS 'A kind of contracts/personnel/cv.json, as BIRTH_PLACE';
COMMENT ON COLUMN cv_entry.class IS 'Of its kind; the operation must have been asked under this class or a higher one';
COMMENT ON COLUMN cv_entry.held_once IS 'Of such a kind the entry that began last holds, until the next begins';
COMMENT ON COLUMN cv_entry.content IS 'Field of the kind to its value as text, as {"commune": "Tân Quang", "province": "Thái Nguyên"}';
COMMENT ON COLUMN cv_entry.document IS 'The paper it stands in';
CREATE INDEX ON cv_entry (person_id, valid_from);
CREATE UNIQUE INDEX cv_entry_one_a_day ON cv_entry (person_id, kind, valid_from) WHERE held_once;
GRANT SELECT, INSERT, DELETE ON cv_entry TO ${app};
ALTER TABLE cv_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE cv_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY cv_entry_in_reach ON cv_entry
    USING ((SELECT is_system()) OR (class_open(class) AND person_visible(person_id)));

CREATE TABLE cv_entry_past (
    id            uuid NOT NULL,
    person_id     uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    valid         daterange NOT NULL,
    kind          text NOT NULL,
    class         text NOT NULL,
    held_once     boolean NOT NULL,
    content       jsonb NOT NULL,
    document      text,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE cv_entry_past IS 'What was believed of CVs and no longer is';
CREATE INDEX ON cv_entry_past (person_id);
GRANT SELECT, INSERT ON cv_entry_past TO ${app};
ALTER TABLE cv_entry_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE cv_entry_past FORCE ROW LEVEL SECURITY;
CREATE POLICY cv_entry_past_in_reach ON cv_entry_past
    USING ((SELECT is_system()) OR (class_open(class) AND person_visible(person_id)));
