-- What the audit says beside who and what comes from the settings of the request, so that no caller can leave it out.
ALTER TABLE audit
    ADD rights  text NOT NULL DEFAULT coalesce(current_setting('opencadre.rights', true), ''),
    ADD purpose text DEFAULT nullif(current_setting('opencadre.purpose', true), ''),
    ADD fields  text NOT NULL DEFAULT coalesce(nullif(current_setting('opencadre.fields', true), ''), 'PERSONAL');
COMMENT ON COLUMN audit.rights IS 'Role and unit of each grant that carried the action, divided by commas';
COMMENT ON COLUMN audit.purpose IS 'A code of contracts/access/purposes.csv';
COMMENT ON COLUMN audit.fields IS 'Highest class of what the answer carries';
CREATE INDEX audit_of_person ON audit (person_id, id DESC);

-- The application may still only add. What it tells of a dossier comes through one door, and only to whoever sees the person.
CREATE POLICY audit_is_told ON audit FOR SELECT
    USING (EXISTS (SELECT FROM place WHERE place.person_id = audit.person_id));
CREATE FUNCTION audit_of(person uuid, before uuid, at_most integer)
    RETURNS TABLE (id uuid, at timestamptz, username text, action text, operation text, rights text, purpose text,
                   fields text, detail text)
    STABLE SECURITY DEFINER LANGUAGE sql SET search_path = public, pg_temp
    AS $$
        SELECT a.id, a.at, a.username, a.action, a.operation, a.rights, a.purpose, a.fields, a.detail
          FROM audit a
         WHERE a.person_id = person AND person_visible(person) AND (before IS NULL OR a.id < before)
         ORDER BY a.id DESC
         LIMIT at_most
    $$;
REVOKE ALL ON FUNCTION audit_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_of TO ${app};
