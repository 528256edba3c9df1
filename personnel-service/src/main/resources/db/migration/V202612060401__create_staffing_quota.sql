-- How many people of a regime a unit with all below it may have (biên chế được giao), as papers give it.
CREATE TABLE staffing_quota (
    id            uuid NOT NULL,
    unit_id       uuid NOT NULL REFERENCES unit_root DEFERRABLE INITIALLY DEFERRED,
    valid         daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    regime        text NOT NULL CHECK (regime IN ('CADRE', 'PUBLIC_EMPLOYEE')),
    people        integer NOT NULL CHECK (people >= 0),
    instrument    text NOT NULL,
    reason        text,
    recorded_by   text NOT NULL,
    recorded_from timestamptz NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS),
    EXCLUDE USING gist (unit_id WITH =, regime WITH =, valid WITH &&)
);
COMMENT ON TABLE staffing_quota IS 'Staffing quotas of units, as believed now; public reference data that names nobody';
COMMENT ON COLUMN staffing_quota.people IS 'Of the unit and everything below it together';
GRANT SELECT, INSERT, DELETE ON staffing_quota TO ${app};

CREATE TABLE staffing_quota_past (
    id            uuid NOT NULL,
    unit_id       uuid NOT NULL REFERENCES unit_root ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    valid         daterange NOT NULL,
    regime        text NOT NULL,
    people        integer NOT NULL,
    instrument    text NOT NULL,
    reason        text,
    recorded_by   text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE staffing_quota_past IS 'What was believed of staffing quotas and no longer is';
GRANT SELECT, INSERT ON staffing_quota_past TO ${app};
