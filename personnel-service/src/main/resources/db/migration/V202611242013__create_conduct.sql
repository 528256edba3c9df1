CREATE TABLE conduct (
    id            uuid NOT NULL,
    person_id     uuid NOT NULL REFERENCES person,
    valid         daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    kind          text NOT NULL CHECK (kind IN ('RATING', 'DISCIPLINE', 'HEALTH_CERTIFICATE')),
    word          text CHECK ((word IS NULL) = (kind = 'HEALTH_CERTIFICATE')),
    document      text,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded_from timestamptz NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS)
);
COMMENT ON TABLE conduct IS 'Yearly ratings, disciplines and health certificates of a person, as believed now';
COMMENT ON COLUMN conduct.valid IS 'The year of a rating; of a discipline from its decision until it is revoked; from the issue of a certificate';
COMMENT ON COLUMN conduct.word IS 'The rating, or the form of discipline; of health only that there is a certificate';
CREATE INDEX ON conduct (person_id, valid_from);
CREATE UNIQUE INDEX conduct_one_rating_a_year ON conduct (person_id, valid_from) WHERE kind = 'RATING';
GRANT SELECT, INSERT, DELETE ON conduct TO ${app};
ALTER TABLE conduct ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct FORCE ROW LEVEL SECURITY;
CREATE POLICY conduct_in_reach ON conduct USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE conduct_past (
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    valid         daterange NOT NULL,
    kind          text NOT NULL,
    word          text,
    document      text,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE conduct_past IS 'What was believed of conduct and no longer is';
CREATE INDEX ON conduct_past (person_id);
GRANT SELECT, INSERT ON conduct_past TO ${app};
ALTER TABLE conduct_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE conduct_past FORCE ROW LEVEL SECURITY;
CREATE POLICY conduct_past_in_reach ON conduct_past USING ((SELECT is_system()) OR person_visible(person_id));
