CREATE TABLE decided_effect (
    decision_id    uuid NOT NULL,
    version        smallint NOT NULL,
    ordinal        smallint NOT NULL,
    person_id      uuid NOT NULL,
    act            text NOT NULL,
    seat_id        uuid,
    effective_from date NOT NULL,
    direction      text,
    number         text NOT NULL,
    signed_on      date NOT NULL,
    kind           text NOT NULL,
    authority      text NOT NULL,
    status         text NOT NULL,
    recorded_from  timestamptz NOT NULL,
    recorded_to    timestamptz NOT NULL,
    PRIMARY KEY (decision_id, version, ordinal)
);
COMMENT ON TABLE decided_effect IS 'What every decision brings about for each person, in every version that personnel ever believed';
CREATE INDEX ON decided_effect (signed_on);
CREATE INDEX ON decided_effect (person_id);
GRANT SELECT, INSERT, DELETE ON decided_effect TO ${app};
ALTER TABLE decided_effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE decided_effect FORCE ROW LEVEL SECURITY;
CREATE POLICY decided_effect_in_reach ON decided_effect USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE study_copy (
    enrolment_id  uuid NOT NULL,
    recorded_from timestamptz NOT NULL,
    recorded_to   timestamptz NOT NULL,
    person_id     uuid NOT NULL,
    kind          text NOT NULL,
    level         text NOT NULL,
    course        text NOT NULL,
    mode          text NOT NULL,
    name          text NOT NULL,
    provider      text NOT NULL,
    place_unit_id uuid,
    decision      text NOT NULL,
    decided_on    date NOT NULL,
    result        text,
    PRIMARY KEY (enrolment_id, recorded_from)
);
COMMENT ON TABLE study_copy IS 'What people were sent to study, in every version that training ever believed';
CREATE INDEX ON study_copy (decided_on);
CREATE INDEX ON study_copy (person_id);
GRANT SELECT, INSERT, DELETE ON study_copy TO ${app};
ALTER TABLE study_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE study_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY study_copy_in_reach ON study_copy USING ((SELECT is_system()) OR person_visible(person_id));

ALTER TABLE unit_copy ADD COLUMN parent_id uuid, ADD COLUMN type text;
COMMENT ON COLUMN unit_copy.parent_id IS 'The unit above it in these days: how the tree of another day is known, units that stand no longer too';

CREATE TABLE unit_succession_copy (
    successor_id   uuid NOT NULL,
    predecessor_id uuid NOT NULL,
    effective_on   date NOT NULL,
    PRIMARY KEY (successor_id, predecessor_id)
);
COMMENT ON TABLE unit_succession_copy IS 'Which unit came of which; public reference data';
CREATE INDEX ON unit_succession_copy (predecessor_id);
GRANT SELECT, INSERT, DELETE ON unit_succession_copy TO ${app};

CREATE TABLE programme (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    revision      bigint NOT NULL,
    number        text NOT NULL UNIQUE,
    content       text NOT NULL,
    recorded_by   text NOT NULL,
    recorded_at   timestamptz NOT NULL
);
COMMENT ON TABLE programme IS 'A target programme (đề án) with its indicators: what is counted, never who; nothing here is about a person';
COMMENT ON COLUMN programme.content IS 'JSON as contracts/planning/openapi.yaml has it';
GRANT SELECT, INSERT, UPDATE ON programme TO ${app};

-- What the copies did not read so far is on the topics: read them anew, as a rebuild does, while what is here stays in use.
UPDATE inbox SET revision = revision - 1 WHERE topic IN ('personnel.decision.v1', 'personnel.unit.v1');
UPDATE replica SET generation = gen_random_uuid() WHERE topic IN ('personnel.decision.v1', 'personnel.unit.v1');
