CREATE TABLE identity (
    id            uuid NOT NULL REFERENCES person,
    valid         daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    full_name     text NOT NULL,
    sex           text NOT NULL CHECK (sex IN ('MALE', 'FEMALE')),
    birth         text NOT NULL CHECK (birth ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded_from timestamptz NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS)
);
COMMENT ON TABLE identity IS 'Name, sex and birth of a person, as believed now; the id is the person';
CREATE INDEX ON identity (id, valid_from, valid_to);
GRANT SELECT, INSERT, DELETE ON identity TO ${app};
ALTER TABLE identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity FORCE ROW LEVEL SECURITY;
CREATE POLICY identity_in_reach ON identity USING ((SELECT is_system()) OR person_visible(id));

CREATE TABLE identity_past (
    id            uuid NOT NULL,
    valid         daterange NOT NULL,
    full_name     text NOT NULL,
    sex           text NOT NULL,
    birth         text NOT NULL,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE identity_past IS 'What was believed of identities and no longer is';
CREATE INDEX ON identity_past (id);
GRANT SELECT, INSERT ON identity_past TO ${app};
ALTER TABLE identity_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_past FORCE ROW LEVEL SECURITY;
CREATE POLICY identity_past_in_reach ON identity_past USING ((SELECT is_system()) OR person_visible(id));
