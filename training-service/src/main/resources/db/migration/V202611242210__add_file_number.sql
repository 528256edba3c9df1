ALTER TABLE person_copy ADD COLUMN file_number text;
COMMENT ON COLUMN person_copy.file_number IS 'Number of the dossier (số hiệu), by which workbooks name the person';
CREATE INDEX ON person_copy (file_number);
-- What the copy did not read so far is on the topic: read it anew, as a rebuild does, while what is here stays in use.
UPDATE inbox SET revision = revision - 1 WHERE topic = 'personnel.person.v1';
UPDATE replica SET generation = gen_random_uuid() WHERE topic = 'personnel.person.v1';
