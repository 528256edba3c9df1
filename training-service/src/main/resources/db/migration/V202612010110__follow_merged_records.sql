-- A record that turned out to be of another person: its facts come to that person under their own ids, and which of the two
-- records is read first nobody knows.
ALTER TABLE person_copy ADD COLUMN merged_into uuid;
COMMENT ON COLUMN person_copy.merged_into IS 'Whom personnel believes this record to be of; none while it stands for itself';
ALTER TABLE post_copy DROP CONSTRAINT post_copy_pkey, ADD PRIMARY KEY (assignment_id, person_id, valid_from);
