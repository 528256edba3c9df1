-- The policy of tables about a unit rather than a person, as a procedure that fills a seat: the unit as it stands in
-- the tree of today lies in the actor's reach, in the management scope and the ordinary class of the row.
CREATE FUNCTION unit_in_reach(unit uuid, scope smallint) RETURNS boolean
    STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT EXISTS (SELECT FROM unit_node n
                         WHERE n.unit_id = unit AND scope::bigint * 281474976710656 + n.lo <@ reach()) $$;
