CREATE TABLE custody_ahead (
    person_id  uuid NOT NULL REFERENCES person,
    valid_from date NOT NULL,
    unit_id    uuid NOT NULL REFERENCES unit_root,
    scope      smallint NOT NULL,
    PRIMARY KEY (person_id, valid_from)
);
COMMENT ON TABLE custody_ahead IS 'Units to which the file passes on a later day than that of person.custody_from';
CREATE INDEX ON custody_ahead (unit_id);
GRANT SELECT, INSERT, DELETE ON custody_ahead TO ${app};
ALTER TABLE custody_ahead ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_ahead FORCE ROW LEVEL SECURITY;
CREATE POLICY custody_ahead_in_reach ON custody_ahead USING ((SELECT is_system()) OR person_visible(person_id));
