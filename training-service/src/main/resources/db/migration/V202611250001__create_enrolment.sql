ALTER TABLE unit_copy ADD COLUMN agency_code text;
COMMENT ON COLUMN unit_copy.agency_code IS 'Electronic identifier of the agency, by which workbooks name a unit';
CREATE INDEX ON unit_copy (agency_code);
-- What the copy did not read so far is on the topic: read it anew, as a rebuild does, while what is here stays in use.
UPDATE inbox SET revision = revision - 1 WHERE topic = 'personnel.unit.v1';
UPDATE replica SET generation = gen_random_uuid() WHERE topic = 'personnel.unit.v1';

CREATE TABLE learning_file (
    person_id   uuid PRIMARY KEY,
    revision    bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE learning_file IS 'The studies of a person as an aggregate: locked for every change, counts its revisions';
GRANT SELECT, INSERT, UPDATE, DELETE ON learning_file TO ${app};
ALTER TABLE learning_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning_file FORCE ROW LEVEL SECURITY;
CREATE POLICY learning_file_in_reach ON learning_file USING ((SELECT is_system()) OR person_visible(person_id));
-- Only the erasure of a person takes one away, never a request.
CREATE POLICY learning_file_is_kept ON learning_file AS RESTRICTIVE FOR DELETE USING ((SELECT is_system()));

CREATE TABLE enrolment (
    id            uuid NOT NULL DEFAULT uuidv7(),
    person_id     uuid NOT NULL REFERENCES learning_file ON DELETE CASCADE,
    valid         daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    kind          text NOT NULL,
    level         text NOT NULL,
    course        text NOT NULL CHECK (course IN ('FULL', 'COMPLETION')),
    mode          text NOT NULL CHECK (mode IN ('CONCENTRATED', 'NON_CONCENTRATED')),
    name          text NOT NULL,
    provider      text NOT NULL,
    place_unit_id uuid,
    decision      text NOT NULL,
    decided_on    date NOT NULL,
    starts_on     text NOT NULL,
    ends_on       text,
    result        text CHECK (result IN ('COMPLETED', 'NOT_COMPLETED')),
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded_from timestamptz NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS),
    CONSTRAINT enrolment_result_has_an_end CHECK (result IS NULL OR ends_on IS NOT NULL)
);
COMMENT ON TABLE enrolment IS 'Somebody is sent to study, as believed now';
COMMENT ON COLUMN enrolment.course IS 'The whole programme, or what completes one begun elsewhere (hoàn chỉnh)';
COMMENT ON COLUMN enrolment.place_unit_id IS 'The unit at whose seat the class is held, where it matters';
COMMENT ON COLUMN enrolment.decision IS 'Number of the decision that sends them';
COMMENT ON COLUMN enrolment.starts_on IS 'Year, year-month or day, as the paper gives it; ends_on likewise';
CREATE INDEX ON enrolment (person_id, decided_on);
GRANT SELECT, INSERT, DELETE ON enrolment TO ${app};
ALTER TABLE enrolment ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrolment FORCE ROW LEVEL SECURITY;
CREATE POLICY enrolment_in_reach ON enrolment USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE enrolment_past (
    id            uuid NOT NULL,
    person_id     uuid NOT NULL REFERENCES learning_file ON DELETE CASCADE,
    valid         daterange NOT NULL,
    kind          text NOT NULL,
    level         text NOT NULL,
    course        text NOT NULL,
    mode          text NOT NULL,
    name          text NOT NULL,
    provider      text NOT NULL,
    place_unit_id uuid,
    decision      text NOT NULL,
    decided_on    date NOT NULL,
    starts_on     text NOT NULL,
    ends_on       text,
    result        text,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE enrolment_past IS 'What was believed of enrolments and no longer is';
CREATE INDEX ON enrolment_past (person_id);
GRANT SELECT, INSERT ON enrolment_past TO ${app};
ALTER TABLE enrolment_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrolment_past FORCE ROW LEVEL SECURITY;
CREATE POLICY enrolment_past_in_reach ON enrolment_past USING ((SELECT is_system()) OR person_visible(person_id));
