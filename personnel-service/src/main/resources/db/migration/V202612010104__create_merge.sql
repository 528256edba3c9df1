-- Two records that are of one person: what was compared, which stays, what became of it. One prepares it and another approves
-- it, and the same again where it is undone.
CREATE TABLE merge (
    id             uuid PRIMARY KEY,
    kept_id        uuid NOT NULL REFERENCES person,
    merged_id      uuid NOT NULL REFERENCES person,
    state          text NOT NULL CHECK (state IN ('PREPARED', 'WITHDRAWN', 'MERGED', 'UNDOING', 'UNDONE')),
    revision       bigint NOT NULL CHECK (revision > 0),
    identity_of    text NOT NULL CHECK (identity_of IN ('KEPT', 'MERGED')),
    id_number_of   text NOT NULL CHECK (id_number_of IN ('KEPT', 'MERGED')),
    dropped        uuid[] NOT NULL,
    compared       text NOT NULL,
    reason         text NOT NULL,
    prepared_by    text NOT NULL,
    prepared_hands text[] NOT NULL CHECK (cardinality(prepared_hands) > 0),
    prepared_at    timestamptz NOT NULL,
    approved_by    text,
    approved_hands text[],
    approved_at    timestamptz,
    undo_reason    text,
    undo_by        text,
    undo_hands     text[],
    undo_at        timestamptz,
    undone_by      text,
    undone_hands   text[],
    undone_at      timestamptz,
    exchanged      boolean NOT NULL DEFAULT false,
    left_facts     uuid[] NOT NULL DEFAULT '{}',
    CHECK (kept_id <> merged_id),
    CONSTRAINT merge_approval_is_whole CHECK ((state IN ('MERGED', 'UNDOING', 'UNDONE'))
        = (num_nulls(approved_by, approved_hands, approved_at) = 0)),
    CONSTRAINT merge_undo_is_whole CHECK ((state IN ('UNDOING', 'UNDONE'))
        = (num_nulls(undo_reason, undo_by, undo_hands, undo_at) = 0)
        AND (state = 'UNDONE') = (num_nulls(undone_by, undone_hands, undone_at) = 0)),
    CONSTRAINT merge_four_eyes CHECK (approved_hands IS NULL OR NOT approved_hands && prepared_hands),
    CONSTRAINT merge_undo_four_eyes CHECK (undone_hands IS NULL OR NOT undone_hands && undo_hands),
    CONSTRAINT merge_of_somebody_else CHECK (NOT ARRAY[kept_id::text, merged_id::text]
        && (prepared_hands || coalesce(approved_hands, '{}') || coalesce(undo_hands, '{}') || coalesce(undone_hands, '{}')))
);
COMMENT ON TABLE merge IS 'Two records of one person, made one; and two again where that was wrong';
COMMENT ON COLUMN merge.identity_of IS 'Whose name, sex and birth are true';
COMMENT ON COLUMN merge.dropped IS 'Facts of either record that contradict the other and are not true';
COMMENT ON COLUMN merge.compared IS 'Revisions of both records and CVs as they were compared';
COMMENT ON COLUMN merge.approved_at IS 'Since when everything is believed of the kept one';
COMMENT ON COLUMN merge.exchanged IS 'The identification numbers of both changed places with it';
COMMENT ON COLUMN merge.left_facts IS 'What an undo left with the kept one, since it was changed after the merge';
CREATE UNIQUE INDEX merge_once ON merge (merged_id) WHERE state IN ('PREPARED', 'MERGED', 'UNDOING');
CREATE INDEX ON merge (prepared_at, id);
CREATE INDEX ON merge (kept_id);
GRANT SELECT, INSERT, UPDATE ON merge TO ${app};
ALTER TABLE merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE merge FORCE ROW LEVEL SECURITY;
CREATE POLICY merge_in_reach ON merge USING ((SELECT is_system())
    OR EXISTS (SELECT FROM place WHERE place.person_id = merge.kept_id OFFSET 0)
        AND EXISTS (SELECT FROM place WHERE place.person_id = merge.merged_id OFFSET 0));

CREATE TABLE merge_fact (
    merge_id  uuid NOT NULL REFERENCES merge,
    kind      text NOT NULL CHECK (kind IN ('ASSIGNMENT', 'CONDUCT', 'CV_ENTRY', 'DECISION', 'DOCUMENT')),
    fact_id   uuid NOT NULL,
    person_id uuid NOT NULL,
    dropped   boolean NOT NULL,
    PRIMARY KEY (merge_id, kind, fact_id)
);
COMMENT ON TABLE merge_fact IS 'What a merge did to each fact, so that it can be undone';
COMMENT ON COLUMN merge_fact.person_id IS 'Whose it was before';
COMMENT ON COLUMN merge_fact.dropped IS 'The belief in it ended; otherwise it went to the kept one';
GRANT SELECT, INSERT ON merge_fact TO ${app};
ALTER TABLE merge_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE merge_fact FORCE ROW LEVEL SECURITY;
CREATE POLICY merge_fact_in_reach ON merge_fact USING ((SELECT is_system())
    OR EXISTS (SELECT FROM place WHERE place.person_id = merge_fact.person_id OFFSET 0));
