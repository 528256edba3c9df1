CREATE TABLE person (
    id            uuid PRIMARY KEY,
    revision      bigint NOT NULL,
    recorded_at   timestamptz NOT NULL,
    custody_unit  uuid NOT NULL REFERENCES unit_root,
    custody_scope smallint NOT NULL,
    custody_from  date NOT NULL
);
COMMENT ON TABLE person IS 'A person as an aggregate: locked for every change, counts its revisions';
COMMENT ON COLUMN person.custody_unit IS 'The unit that has the file now';
GRANT SELECT, INSERT, UPDATE ON person TO ${app};
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_in_reach ON person USING ((SELECT is_system()) OR person_visible(id));

CREATE TABLE id_number (
    person_id uuid PRIMARY KEY REFERENCES person,
    number    text NOT NULL CONSTRAINT id_number_taken UNIQUE
);
COMMENT ON TABLE id_number IS 'Personal identification number; unique over the whole province, so a clash is answered neutrally';
GRANT SELECT, INSERT, UPDATE ON id_number TO ${app};
ALTER TABLE id_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE id_number FORCE ROW LEVEL SECURITY;
CREATE POLICY id_number_in_reach ON id_number USING ((SELECT is_system()) OR person_visible(person_id));
