ALTER TABLE person_copy
    ADD COLUMN birth text,
    ADD COLUMN female boolean,
    ADD COLUMN ratings_told boolean NOT NULL DEFAULT false,
    ADD COLUMN disciplines_told boolean NOT NULL DEFAULT false,
    ADD COLUMN health_told boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN person_copy.birth IS 'Year, year-month or day, as the papers give it; null until it is read';
COMMENT ON COLUMN person_copy.ratings_told IS 'Whether personnel told of ratings at all: hearing of none is not the same as not hearing';

ALTER TABLE post_copy
    ADD COLUMN scope text,
    ADD COLUMN seat_id uuid,
    ADD COLUMN acting boolean NOT NULL DEFAULT false,
    ADD COLUMN term_months integer;
COMMENT ON COLUMN post_copy.acting IS 'Acting or in charge only, which is no time in the post and does not fill the seat';
CREATE INDEX ON post_copy (seat_id, valid_to) WHERE seat_id IS NOT NULL;

CREATE TABLE rating_copy (
    rating_id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person_copy ON DELETE CASCADE,
    year      integer NOT NULL,
    rating    text NOT NULL,
    document  text
);
COMMENT ON TABLE rating_copy IS 'Yearly ratings as personnel believes them now';
CREATE INDEX ON rating_copy (person_id);
GRANT SELECT, INSERT, DELETE ON rating_copy TO ${app};
ALTER TABLE rating_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE rating_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY rating_copy_in_reach ON rating_copy USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE discipline_copy (
    discipline_id uuid PRIMARY KEY,
    person_id     uuid NOT NULL REFERENCES person_copy ON DELETE CASCADE,
    form          text NOT NULL,
    decided_on    date NOT NULL,
    revoked_on    date,
    document      text
);
COMMENT ON TABLE discipline_copy IS 'Decisions of discipline as personnel believes them now';
CREATE INDEX ON discipline_copy (person_id);
GRANT SELECT, INSERT, DELETE ON discipline_copy TO ${app};
ALTER TABLE discipline_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE discipline_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY discipline_copy_in_reach ON discipline_copy USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE health_copy (
    certificate_id uuid PRIMARY KEY,
    person_id      uuid NOT NULL REFERENCES person_copy ON DELETE CASCADE,
    issued_on      date NOT NULL,
    document       text
);
COMMENT ON TABLE health_copy IS 'That there is a health certificate and of when; nothing of health itself';
CREATE INDEX ON health_copy (person_id);
GRANT SELECT, INSERT, DELETE ON health_copy TO ${app};
ALTER TABLE health_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE health_copy FORCE ROW LEVEL SECURITY;
CREATE POLICY health_copy_in_reach ON health_copy USING ((SELECT is_system()) OR person_visible(person_id));

-- What the copy did not read so far is on the topic: read it anew, as a rebuild does, while what is here stays in use.
UPDATE inbox SET revision = revision - 1 WHERE topic = 'personnel.person.v1';
UPDATE replica SET generation = gen_random_uuid() WHERE topic = 'personnel.person.v1';
