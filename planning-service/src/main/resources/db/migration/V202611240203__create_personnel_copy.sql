CREATE TABLE unit_copy (
    unit_id    uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to   date NOT NULL,
    name       text NOT NULL,
    PRIMARY KEY (unit_id, valid_from)
);
COMMENT ON TABLE unit_copy IS 'Names of units by days; public reference data';
GRANT SELECT, INSERT, DELETE ON unit_copy TO ${app};

CREATE TABLE person_copy (
    person_id   uuid PRIMARY KEY,
    revision    bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    applied_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    full_name   text NOT NULL
);
COMMENT ON TABLE person_copy IS 'A person as personnel last published them';
GRANT SELECT, INSERT, DELETE ON person_copy TO ${app};
ALTER TABLE person_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY person_copy_in_reach ON person_copy USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE post_copy (
    assignment_id uuid NOT NULL,
    valid_from    date NOT NULL,
    valid_to      date NOT NULL,
    person_id     uuid NOT NULL REFERENCES person_copy ON DELETE CASCADE,
    unit_id       uuid NOT NULL,
    tree          text NOT NULL,
    title         text NOT NULL,
    PRIMARY KEY (assignment_id, valid_from)
);
COMMENT ON TABLE post_copy IS 'The posts that personnel believes in';
CREATE INDEX ON post_copy (person_id);
GRANT SELECT, INSERT, DELETE ON post_copy TO ${app};
ALTER TABLE post_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE post_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY post_copy_in_reach ON post_copy USING ((SELECT is_system()) OR person_visible(person_id));
