-- The counterpart of supersede(): beliefs that ended at an instant are believed again from another on, under the ids of their
-- facts. What was of one person is then of another, where a table says whose its facts are.
CREATE FUNCTION believe_again(facts regclass, ids uuid[], ended timestamptz, at timestamptz, former uuid, owner uuid,
                              because text, by_account text) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    columns text;
    values_again text;
BEGIN
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum),
           string_agg(CASE WHEN attname = 'person_id' THEN 'CASE person_id WHEN $4 THEN $5 ELSE person_id END'
                           WHEN attname = 'reason' AND by_account IS NOT NULL THEN '$6'
                           WHEN attname = 'recorded_by' AND by_account IS NOT NULL THEN '$7'
                           ELSE quote_ident(attname) END, ', ' ORDER BY attnum)
      INTO columns, values_again
      FROM pg_attribute
     WHERE attrelid = facts AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       AND attname NOT IN ('valid', 'recorded_from');
    EXECUTE format(
        'INSERT INTO %1$s (%2$s, valid, recorded_from)'
        ' SELECT %3$s, valid, $3 FROM %4$I WHERE id = ANY ($1) AND upper(recorded) = $2',
        facts, columns, values_again, facts::text || '_past')
        USING ids, ended, at, former, owner, because, by_account;
END
$$;
