ALTER TABLE account ADD COLUMN holder uuid;
COMMENT ON COLUMN account.holder IS 'Whose account it is, where that is known: two accounts of one holder are one hand';

-- Whose hands these accounts are: the accounts, and whoever holds one or sees an own record by one. A hand is text, so that
-- an account of which nobody knows whose it is counts as the account that it is.
CREATE FUNCTION hands(accounts text[]) RETURNS text[]
    STABLE PARALLEL SAFE LANGUAGE sql
    AS $$
        SELECT coalesce(array_agg(hand ORDER BY hand), '{}')
          FROM (SELECT unnest(accounts) AS hand
                UNION SELECT a.holder::text FROM account a WHERE a.account = ANY (accounts)
                UNION SELECT g.person_id::text FROM access_grant g WHERE g.account = ANY (accounts)) AS every
         WHERE hand IS NOT NULL
    $$;
