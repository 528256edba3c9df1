CREATE TABLE file_number (
    person_id uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    number    text NOT NULL UNIQUE CHECK (number <> '')
);
COMMENT ON TABLE file_number IS 'Number of a person''s dossier (số hiệu), by which workbooks name them; unique over the province, so a clash is answered neutrally';
GRANT SELECT, INSERT ON file_number TO ${app};
ALTER TABLE file_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_number FORCE ROW LEVEL SECURITY;
CREATE POLICY file_number_in_reach ON file_number USING ((SELECT is_system()) OR person_visible(person_id));
