ALTER TABLE person_copy ADD COLUMN file_number text;
COMMENT ON COLUMN person_copy.file_number IS 'Number of the dossier (số hiệu), by which workbooks name the person';
CREATE INDEX ON person_copy (file_number);
ALTER TABLE unit_copy ADD COLUMN agency_code text;
COMMENT ON COLUMN unit_copy.agency_code IS 'Identifier of the agency (mã cơ quan), by which workbooks name the unit; the same in each of its versions';
CREATE INDEX ON unit_copy (agency_code);
-- What the copies did not read so far is on the topics: read them anew, as a rebuild does, while what is here stays in use.
UPDATE inbox SET revision = revision - 1 WHERE topic IN ('personnel.person.v1', 'personnel.unit.v1');
UPDATE replica SET generation = gen_random_uuid() WHERE topic IN ('personnel.person.v1', 'personnel.unit.v1');
