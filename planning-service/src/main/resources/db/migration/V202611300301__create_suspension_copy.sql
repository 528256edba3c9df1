CREATE TABLE suspension_copy (
    suspension_id  uuid PRIMARY KEY,
    person_id      uuid NOT NULL REFERENCES person_copy ON DELETE CASCADE,
    suspended_from date NOT NULL,
    until          date,
    document       text
);
COMMENT ON TABLE suspension_copy IS 'Suspensions from post or work as personnel believes them now';
CREATE INDEX ON suspension_copy (person_id);
GRANT SELECT, INSERT, DELETE ON suspension_copy TO ${app};
ALTER TABLE suspension_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE suspension_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY suspension_copy_in_reach ON suspension_copy USING ((SELECT is_system()) OR person_visible(person_id));

-- What the copy did not read so far may be on the topic: read it anew, while what is here stays in use.
UPDATE inbox SET revision = revision - 1 WHERE topic = 'personnel.person.v1';
UPDATE replica SET generation = gen_random_uuid() WHERE topic = 'personnel.person.v1';
