-- What was said of an entry stood in one text: why, what was searched for, and the number of what was opened.
ALTER TABLE audit
    ADD record_id uuid,
    ADD searched  text;
COMMENT ON COLUMN audit.record_id IS 'What was looked at or changed where that is nobody''s alone, as a decision or a batch; entries older than this column have it in detail';
COMMENT ON COLUMN audit.searched IS 'The words that were searched for; entries older than this column have them in detail';

DROP FUNCTION audit_of;
CREATE FUNCTION audit_of(person uuid, before uuid, at_most integer)
    RETURNS TABLE (id uuid, at timestamptz, username text, action text, operation text, rights text, purpose text,
                   fields text, detail text, manner text, people integer, record_id uuid, searched text)
    STABLE SECURITY DEFINER LANGUAGE sql SET search_path = public, pg_temp
    AS $$
        SELECT a.id, a.at, a.username, a.action, a.operation, a.rights, a.purpose, a.fields, a.detail, a.manner, a.people,
               a.record_id, a.searched
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
