-- A record that turned out to be of another person: its facts come to that person under their own ids, and which of the two
-- records is read first nobody knows.
ALTER TABLE person_copy ADD COLUMN merged_into uuid;
COMMENT ON COLUMN person_copy.merged_into IS 'Whom personnel believes this record to be of; none while it stands for itself';
ALTER TABLE post_copy DROP CONSTRAINT post_copy_pkey, ADD PRIMARY KEY (assignment_id, person_id, valid_from);
ALTER TABLE rating_copy DROP CONSTRAINT rating_copy_pkey, ADD PRIMARY KEY (rating_id, person_id);
ALTER TABLE discipline_copy DROP CONSTRAINT discipline_copy_pkey, ADD PRIMARY KEY (discipline_id, person_id);
ALTER TABLE health_copy DROP CONSTRAINT health_copy_pkey, ADD PRIMARY KEY (certificate_id, person_id);

SELECT set_config('opencadre.system', 'on', true);
ALTER TABLE certificate_copy ADD COLUMN told_of uuid;
UPDATE certificate_copy SET told_of = person_id;
ALTER TABLE certificate_copy ALTER COLUMN told_of SET NOT NULL;
CREATE INDEX ON certificate_copy (told_of);
COMMENT ON COLUMN certificate_copy.told_of IS 'Under whom training keeps it; person_id is whom it counts for, which follows when a record goes into another';
GRANT UPDATE (person_id) ON certificate_copy TO ${app};
ALTER TABLE study_copy ADD COLUMN told_of uuid;
UPDATE study_copy SET told_of = person_id;
ALTER TABLE study_copy ALTER COLUMN told_of SET NOT NULL;
CREATE INDEX ON study_copy (told_of);
COMMENT ON COLUMN study_copy.told_of IS 'As of certificate_copy';
GRANT UPDATE (person_id) ON study_copy TO ${app};
-- The release before, which runs beside this one for a while, tells of whom by person_id alone.
CREATE FUNCTION told_of_whom() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.told_of := coalesce(NEW.told_of, NEW.person_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER told_of_whom BEFORE INSERT ON certificate_copy FOR EACH ROW EXECUTE FUNCTION told_of_whom();
CREATE TRIGGER told_of_whom BEFORE INSERT ON study_copy FOR EACH ROW EXECUTE FUNCTION told_of_whom();
