-- A reorganisation (sắp xếp tổ chức bộ máy): units end, begin and change on one day, and with them seats and posts. What it
-- is to bring about is one document, prepared by one and approved by another; what it has brought about stands in the tables
-- of units, seats and posts as dated facts.
CREATE TABLE reorganisation (
    id               uuid PRIMARY KEY,
    revision         bigint NOT NULL,
    recorded_at      timestamptz NOT NULL,
    state            text NOT NULL CHECK (state IN ('DRAFT', 'APPROVED', 'UNDONE', 'WITHDRAWN')),
    name             text NOT NULL,
    instrument       text NOT NULL,
    effective_on     date NOT NULL,
    level            smallint NOT NULL,
    units            uuid[] NOT NULL CHECK (cardinality(units) > 0),
    content          jsonb NOT NULL,
    brought_about    jsonb,
    authors          text[] NOT NULL,
    approved_by      text,
    approved_by_name text,
    answered         text[] NOT NULL,
    reason           text,
    recorded_by      text NOT NULL,
    recorded_by_name text NOT NULL,
    CONSTRAINT reorganisation_approved_is_complete
        CHECK ((state IN ('APPROVED', 'UNDONE')) = (approved_by IS NOT NULL AND brought_about IS NOT NULL)),
    CONSTRAINT reorganisation_approved_by_another CHECK (approved_by IS NULL OR approved_by <> ALL (authors))
);
COMMENT ON TABLE reorganisation IS 'Changes of many units on one day, as one act';
COMMENT ON COLUMN reorganisation.level IS 'Ordinal of the management scope (diện quản lý) at which it is decided';
COMMENT ON COLUMN reorganisation.units IS 'Units standing before that it touches: known to those alone who reach all of them';
COMMENT ON COLUMN reorganisation.content IS 'New units, changed and ended ones, what went into what, and new seats';
COMMENT ON COLUMN reorganisation.brought_about IS 'What stood before the approval and no longer does, so that it can be undone';
COMMENT ON COLUMN reorganisation.answered IS 'Services whose own impact was before the approver';
COMMENT ON COLUMN reorganisation.authors IS 'Hands that prepared it: none of them may approve it';
GRANT SELECT, INSERT, UPDATE ON reorganisation TO ${app};
ALTER TABLE reorganisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE reorganisation FORCE ROW LEVEL SECURITY;
CREATE POLICY reorganisation_in_reach ON reorganisation USING ((SELECT is_system())
    OR (SELECT count(*) FROM unit_node n
         WHERE n.unit_id = ANY (units) AND level::bigint * 281474976710656 + n.lo <@ (SELECT reach())) = cardinality(units));

CREATE TABLE reorganisation_post (
    reorganisation_id uuid NOT NULL REFERENCES reorganisation,
    assignment_id     uuid NOT NULL,
    person_id         uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    into_what         text NOT NULL CHECK (into_what IN ('SEAT', 'UNIT', 'NONE')),
    seat_id           uuid,
    unit_id           uuid,
    title             text,
    concurrent        boolean NOT NULL,
    term_months       integer CHECK (term_months > 0),
    successor_id      uuid,
    prior_end         date,
    carried           boolean NOT NULL,
    PRIMARY KEY (reorganisation_id, assignment_id),
    CHECK ((into_what = 'SEAT') = (seat_id IS NOT NULL)),
    CHECK ((into_what = 'UNIT') = (unit_id IS NOT NULL AND title IS NOT NULL))
);
COMMENT ON TABLE reorganisation_post IS 'Where the holder of a post in a unit that ends goes on';
COMMENT ON COLUMN reorganisation_post.successor_id IS 'The post that began instead, once approved';
COMMENT ON COLUMN reorganisation_post.carried IS 'It has come about: whatever gave the post is not undone before this is';
COMMENT ON COLUMN reorganisation_post.prior_end IS 'The end of the post as believed before; none where it was open';
CREATE INDEX ON reorganisation_post (person_id);
CREATE INDEX ON reorganisation_post (assignment_id) WHERE carried;
GRANT SELECT, INSERT, UPDATE, DELETE ON reorganisation_post TO ${app};
ALTER TABLE reorganisation_post ENABLE ROW LEVEL SECURITY;
ALTER TABLE reorganisation_post FORCE ROW LEVEL SECURITY;
CREATE POLICY reorganisation_post_in_reach ON reorganisation_post USING ((SELECT is_system())
    OR EXISTS (SELECT FROM place WHERE place.person_id = reorganisation_post.person_id OFFSET 0));
