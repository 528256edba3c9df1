CREATE TABLE own_record (
    person_id uuid PRIMARY KEY,
    position  bigint NOT NULL UNIQUE GENERATED ALWAYS AS IDENTITY (INCREMENT BY -1 MAXVALUE -2 START WITH -2),
    CHECK (position < -1)
);
COMMENT ON TABLE own_record IS 'People whose own record somebody may see as theirs, each at a position below all units that nobody shares';
GRANT SELECT, INSERT, DELETE ON own_record TO ${app};
ALTER TABLE own_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_record FORCE ROW LEVEL SECURITY;
-- Rights are looked up before the database knows who asks; a number says nothing of anybody.
CREATE POLICY own_record_is_looked_up ON own_record FOR SELECT USING (true);
CREATE POLICY own_record_is_the_services ON own_record USING ((SELECT is_system()));

ALTER TABLE access_grant ADD COLUMN person_id uuid;
COMMENT ON COLUMN access_grant.person_id IS 'Named: this person''s record alone is reached, and nothing of the unit';
