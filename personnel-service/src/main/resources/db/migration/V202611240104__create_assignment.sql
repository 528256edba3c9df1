CREATE TABLE assignment (
    id            uuid NOT NULL,
    person_id     uuid NOT NULL REFERENCES person,
    valid         daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    unit_id       uuid NOT NULL,
    tree          smallint NOT NULL,
    title         text NOT NULL,
    scope         smallint NOT NULL,
    concurrent    boolean NOT NULL,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded_from timestamptz NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS),
    FOREIGN KEY (unit_id, PERIOD valid) REFERENCES unit (id, PERIOD valid) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT assignment_one_main_post EXCLUDE USING gist (person_id WITH =, tree WITH =, valid WITH &&)
        WHERE (NOT concurrent)
);
COMMENT ON TABLE assignment IS 'A person holds a title in a unit, as believed now';
COMMENT ON COLUMN assignment.scope IS 'Ordinal of the management scope (diện quản lý)';
COMMENT ON COLUMN assignment.concurrent IS 'Kiêm nhiệm; posts that are not concurrent never overlap within one tree';
CREATE INDEX ON assignment (person_id, valid_from, valid_to);
CREATE INDEX ON assignment (unit_id);
GRANT SELECT, INSERT, DELETE ON assignment TO ${app};
ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment FORCE ROW LEVEL SECURITY;
CREATE POLICY assignment_in_reach ON assignment USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE assignment_past (
    id            uuid NOT NULL,
    person_id     uuid NOT NULL,
    valid         daterange NOT NULL,
    unit_id       uuid NOT NULL,
    tree          smallint NOT NULL,
    title         text NOT NULL,
    scope         smallint NOT NULL,
    concurrent    boolean NOT NULL,
    reason        text NOT NULL,
    recorded_by   text NOT NULL,
    recorded      tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because text NOT NULL,
    valid_from    date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to      date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE assignment_past IS 'What was believed of assignments and no longer is';
CREATE INDEX ON assignment_past (person_id);
GRANT SELECT, INSERT ON assignment_past TO ${app};
ALTER TABLE assignment_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_past FORCE ROW LEVEL SECURITY;
CREATE POLICY assignment_past_in_reach ON assignment_past USING ((SELECT is_system()) OR person_visible(person_id));
