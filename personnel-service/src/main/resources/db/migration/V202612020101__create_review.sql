-- A round of review (đợt rà soát hồ sơ): the dossiers kept by a unit and those beneath it are looked through by a day. It is there for
-- whoever reaches any of it; somebody in it for whoever sees them besides.
CREATE TABLE review (
    id         uuid PRIMARY KEY,
    revision   bigint NOT NULL CHECK (revision > 0),
    unit_id    uuid NOT NULL REFERENCES unit_root,
    level      smallint NOT NULL,
    scopes     smallint[] NOT NULL CHECK (level = ANY (scopes)),
    name       text NOT NULL,
    groups     text[] NOT NULL
        CHECK (groups <@ ARRAY['IDENTITY', 'POSTS', 'CONDUCT', 'CERTIFICATES', 'CV', 'SENSITIVE_CV']),
    first_day  date NOT NULL,
    deadline   date NOT NULL,
    opened_by    text NOT NULL,
    opened_hands text[] NOT NULL CHECK (cardinality(opened_hands) > 0),
    opened_at    timestamptz NOT NULL,
    closed_by  text,
    closed_at  timestamptz,
    closed_on  date,
    CHECK (deadline >= first_day),
    CHECK (num_nulls(closed_by, closed_at, closed_on) IN (0, 3))
);
COMMENT ON TABLE review IS 'A round in which dossiers are looked through';
COMMENT ON COLUMN review.unit_id IS 'Whose dossiers, with all beneath it, where they are on the day';
COMMENT ON COLUMN review.level IS 'Ordinal of the highest management scope (diện quản lý) whose dossiers it is about';
COMMENT ON COLUMN review.scopes IS 'Ordinals of the level and of all scopes below it';
COMMENT ON COLUMN review.groups IS 'Parts of dossiers that are looked at; none for all';
COMMENT ON COLUMN review.deadline IS 'The last day that is in time';
COMMENT ON COLUMN review.opened_hands IS 'Whose hand opened it: they close it, or whoever reaches beyond its unit';
COMMENT ON COLUMN review.closed_on IS 'Legal day of the closing; what it came to is in review_result';
CREATE UNIQUE INDEX review_one_open ON review (unit_id) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON review TO ${app};
ALTER TABLE review ENABLE ROW LEVEL SECURITY;
ALTER TABLE review FORCE ROW LEVEL SECURITY;
CREATE POLICY review_in_reach ON review USING ((SELECT is_system())
    OR EXISTS (SELECT FROM unit_node n CROSS JOIN unnest(review.scopes) AS s (scope)
                WHERE n.unit_id = review.unit_id
                  AND int8range(s.scope::bigint * 281474976710656 + n.lo, s.scope::bigint * 281474976710656 + n.hi, '[]')
                      && (SELECT reach()) OFFSET 0));

CREATE TABLE review_mark (
    id              uuid PRIMARY KEY DEFAULT uuidv7(),
    review_id       uuid NOT NULL REFERENCES review,
    person_id       uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    outcome         text NOT NULL CHECK (outcome IN ('CONFIRMED', 'TO_MEND')),
    remark          text,
    record_revision bigint NOT NULL,
    cv_revision     bigint NOT NULL,
    marked_hands    text[] NOT NULL CHECK (cardinality(marked_hands) > 0),
    marked_by       text NOT NULL,
    marked_at       timestamptz NOT NULL,
    ended_at        timestamptz,
    CHECK (outcome = 'CONFIRMED' OR remark IS NOT NULL),
    CONSTRAINT review_mark_of_somebody_else CHECK (NOT person_id::text = ANY (marked_hands))
);
COMMENT ON TABLE review_mark IS 'What was said of a dossier in a round: that it is right, or to be put right';
COMMENT ON COLUMN review_mark.record_revision IS 'Of the person, as the dossier was looked at; another now says that it was changed since';
COMMENT ON COLUMN review_mark.cv_revision IS 'The same of the CV; 0 while nothing was in it';
COMMENT ON COLUMN review_mark.marked_hands IS 'Whose hand it was: nobody''s own affair';
COMMENT ON COLUMN review_mark.ended_at IS 'When something else was said; it stays on record';
CREATE UNIQUE INDEX review_mark_one_stands ON review_mark (review_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX ON review_mark (person_id);
GRANT SELECT, INSERT, UPDATE (ended_at) ON review_mark TO ${app};
ALTER TABLE review_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY review_mark_in_reach ON review_mark USING ((SELECT is_system())
    OR (EXISTS (SELECT FROM place WHERE place.person_id = review_mark.person_id OFFSET 0)
        AND EXISTS (SELECT FROM review r WHERE r.id = review_mark.review_id OFFSET 0)));

CREATE TABLE review_result (
    review_id uuid NOT NULL REFERENCES review,
    unit_id   uuid NOT NULL REFERENCES unit_root,
    unit_name text NOT NULL,
    dossiers  bigint NOT NULL,
    confirmed bigint NOT NULL,
    to_mend   bigint NOT NULL,
    changed   bigint NOT NULL,
    PRIMARY KEY (review_id, unit_id),
    CHECK (confirmed >= 0 AND to_mend >= 0 AND changed >= 0 AND confirmed + to_mend + changed <= dossiers)
);
COMMENT ON TABLE review_result IS 'What a round came to in a unit on the day of its closing';
COMMENT ON COLUMN review_result.unit_name IS 'As the unit was called then';
GRANT SELECT, INSERT ON review_result TO ${app};
ALTER TABLE review_result ENABLE ROW LEVEL SECURITY;
ALTER TABLE review_result FORCE ROW LEVEL SECURITY;
-- A unit that has ended since is told of to whoever reaches the whole round.
CREATE POLICY review_result_in_reach ON review_result USING ((SELECT is_system())
    OR EXISTS (SELECT FROM review r WHERE r.id = review_result.review_id
                  AND (unit_in_reach(review_result.unit_id, r.level) OR unit_in_reach(r.unit_id, r.level)) OFFSET 0));
