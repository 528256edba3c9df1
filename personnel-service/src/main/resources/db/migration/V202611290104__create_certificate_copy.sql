CREATE TABLE certificate_copy (
    certificate_id uuid PRIMARY KEY,
    person_id      uuid NOT NULL,
    kind           text NOT NULL,
    level          text NOT NULL,
    name           text NOT NULL,
    number         text NOT NULL,
    issuer         text NOT NULL,
    issued_on      text NOT NULL,
    state          text NOT NULL,
    valid_from     date NOT NULL,
    valid_to       date NOT NULL
);
COMMENT ON TABLE certificate_copy IS 'A certificate as training believes it now, for the dossier and its forms; it counts while its state is VERIFIED';
COMMENT ON COLUMN certificate_copy.issued_on IS 'Year, year-month or day, as the paper gives it';
CREATE INDEX ON certificate_copy (person_id, valid_from);
GRANT SELECT, INSERT, DELETE ON certificate_copy TO ${app};
ALTER TABLE certificate_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY certificate_copy_in_reach ON certificate_copy USING ((SELECT is_system()) OR person_visible(person_id));
