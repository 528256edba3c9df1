-- Who acted, and how, comes from the settings of the request, as rights and purpose do: no caller writes it.
ALTER TABLE audit
    ALTER account SET DEFAULT nullif(actor(), ''),
    ALTER username SET DEFAULT nullif(current_setting('opencadre.username', true), ''),
    ALTER action SET DEFAULT nullif(current_setting('opencadre.action', true), ''),
    ADD manner text DEFAULT nullif(current_setting('opencadre.manner', true), ''),
    ADD people integer;
COMMENT ON COLUMN audit.manner IS 'VIEW on the page, FILE that leaves the house as one, or CHANGE; none of entries older than this column';
COMMENT ON COLUMN audit.person_id IS 'Whose record alone it was; where several left together, each has a row of audit_subject';
COMMENT ON COLUMN audit.people IS 'How many rows of audit_subject it has';

CREATE TABLE audit_subject (
    person_id uuid NOT NULL,
    audit_id  uuid NOT NULL,
    PRIMARY KEY (person_id, audit_id)
);
COMMENT ON TABLE audit_subject IS 'Everybody whom an answer about several showed, written with its row of the audit in one statement; no key to it, which would be asked for each';
GRANT INSERT ON audit_subject TO ${app};
ALTER TABLE audit_subject ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_subject FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_subject_add ON audit_subject FOR INSERT WITH CHECK (true);
-- Read by the owner alone, as whom audit_of runs; that asks whether the reader sees the person.
CREATE POLICY audit_subject_is_told ON audit_subject FOR SELECT TO CURRENT_USER USING (true);
DROP POLICY audit_is_told ON audit;
CREATE POLICY audit_is_told ON audit FOR SELECT TO CURRENT_USER USING (true);

DROP FUNCTION audit_of;
CREATE FUNCTION audit_of(person uuid, before uuid, at_most integer)
    RETURNS TABLE (id uuid, at timestamptz, username text, action text, operation text, rights text, purpose text,
                   fields text, detail text, manner text, people integer)
    STABLE SECURITY DEFINER LANGUAGE sql SET search_path = public, pg_temp
    AS $$
        SELECT a.id, a.at, a.username, a.action, a.operation, a.rights, a.purpose, a.fields, a.detail, a.manner, a.people
          FROM ((SELECT own.id FROM audit own
                  WHERE own.person_id = person AND (before IS NULL OR own.id < before)
                  ORDER BY own.id DESC LIMIT at_most)
                UNION
                (SELECT s.audit_id FROM audit_subject s
                  WHERE s.person_id = person AND (before IS NULL OR s.audit_id < before)
                  ORDER BY s.audit_id DESC LIMIT at_most)) AS seen (id)
          JOIN audit a ON a.id = seen.id
         WHERE person_visible(person)
         ORDER BY a.id DESC
         LIMIT at_most
    $$;
REVOKE ALL ON FUNCTION audit_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_of TO ${app};
