-- What an official says of themself in a round (tự đánh giá), by their own account. It is theirs: whoever rates reads it and
-- writes beside it, and the round stays at its revision.
CREATE TABLE self_assessment (
    evaluation_id uuid NOT NULL,
    person_id     uuid NOT NULL,
    revision      bigint NOT NULL CHECK (revision > 0),
    content       jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    written_by    text NOT NULL,
    written_at    timestamptz NOT NULL,
    PRIMARY KEY (evaluation_id, person_id),
    FOREIGN KEY (evaluation_id, person_id) REFERENCES evaluation_sheet ON DELETE CASCADE
);
COMMENT ON TABLE self_assessment IS 'What an official says of themself in a round';
COMMENT ON COLUMN self_assessment.content IS 'What was typed: points for criteria, a grade, words';
COMMENT ON COLUMN self_assessment.written_by IS 'The account';
CREATE INDEX ON self_assessment (person_id);
GRANT SELECT, INSERT, UPDATE (revision, content, written_by, written_at) ON self_assessment TO ${app};
ALTER TABLE self_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_assessment FORCE ROW LEVEL SECURITY;
CREATE POLICY self_assessment_in_reach ON self_assessment USING ((SELECT is_system())
    OR EXISTS (SELECT FROM place WHERE place.person_id = self_assessment.person_id OFFSET 0));
