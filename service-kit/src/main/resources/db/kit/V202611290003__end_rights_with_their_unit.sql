ALTER TABLE unit_node ADD COLUMN ends date NOT NULL DEFAULT 'infinity';
COMMENT ON COLUMN unit_node.ends IS 'First day on which the unit no longer stands; it keeps its place in the tree, since what was its hangs on it';

-- Whether a right is in force on a day. It ends with its unit, by itself and for nobody's account: whoever comes after the unit
-- gets it anew or not at all. What was handed on ends with the right that it is a part of. A right to the own record is of no
-- unit.
CREATE FUNCTION is_in_force(held access_grant, day date) RETURNS boolean
    STABLE PARALLEL SAFE LANGUAGE sql
    AS $$
        SELECT held.valid_from <= day AND held.valid_to > day
           AND (held.person_id IS NOT NULL
                OR NOT EXISTS (SELECT FROM unit_node n WHERE n.unit_id = held.unit_id AND n.ends <= day))
           AND (held.delegated_grant IS NULL
                OR NOT EXISTS (SELECT FROM access_grant own JOIN unit_node n ON n.unit_id = own.unit_id
                                WHERE own.account = held.delegated_by AND own.id = held.delegated_grant AND n.ends <= day))
    $$;
