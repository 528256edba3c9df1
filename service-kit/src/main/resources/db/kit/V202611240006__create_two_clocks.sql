-- Ends the belief in a fact over a period of validity: what was believed moves to <facts>_past with the period in which it
-- was believed; what lies outside the period is believed on, recorded anew. A fact recorded at this very moment was never
-- believed by anybody and leaves no past. Returns how many rows were touched.
CREATE FUNCTION supersede(facts regclass, fact uuid, period daterange, at timestamptz, because text) RETURNS integer
    LANGUAGE plpgsql AS $$
DECLARE
    columns text;
    touched integer;
BEGIN
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
      FROM pg_attribute
     WHERE attrelid = facts AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       AND attname NOT IN ('valid', 'recorded_from');
    EXECUTE format($query$
        WITH gone AS (DELETE FROM %1$s WHERE id = $1 AND valid && $2 RETURNING *),
             past AS (INSERT INTO %2$I (%3$s, valid, recorded, ended_because)
                      SELECT %3$s, valid, tstzrange(recorded_from, $3), $4 FROM gone WHERE recorded_from < $3),
             rest AS (INSERT INTO %1$s (%3$s, valid, recorded_from)
                      SELECT %3$s, remaining, $3
                        FROM gone, unnest(datemultirange(gone.valid) - datemultirange($2)) AS remaining)
        SELECT count(*) FROM gone
        $query$, facts, facts::text || '_past', columns)
        INTO touched USING fact, period, at, because;
    RETURN touched;
END
$$;
