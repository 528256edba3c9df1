-- A reorganisation as personnel last published it: which units it touches here is for this service to say.
CREATE TABLE reorganisation_copy (
    reorganisation_id uuid PRIMARY KEY,
    revision          bigint NOT NULL,
    state             text NOT NULL,
    effective_on      date NOT NULL,
    level             smallint NOT NULL,
    units             uuid[] NOT NULL,
    ended_units       uuid[] NOT NULL
);
COMMENT ON TABLE reorganisation_copy IS 'A reorganisation as personnel last published it';
COMMENT ON COLUMN reorganisation_copy.units IS 'Units standing before that it touches: known to those alone who reach all of them';
GRANT SELECT, INSERT, DELETE ON reorganisation_copy TO ${app};
ALTER TABLE reorganisation_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE reorganisation_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY reorganisation_copy_in_reach ON reorganisation_copy USING ((SELECT is_system())
    OR (SELECT count(*) FROM unit_node n
         WHERE n.unit_id = ANY (units) AND level::bigint * 281474976710656 + n.lo <@ (SELECT reach())) = cardinality(units));
