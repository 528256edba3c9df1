-- A round (đợt đánh giá, xếp loại): the people of a unit are rated for a quarter or a year. It is there for whoever reaches
-- the unit at the level of the round; somebody in it for whoever sees them besides.
CREATE TABLE evaluation (
    id                  uuid PRIMARY KEY,
    revision            bigint NOT NULL CHECK (revision > 0),
    recorded_at         timestamptz NOT NULL,
    unit_id             uuid NOT NULL REFERENCES unit_root,
    level               smallint NOT NULL,
    year                integer NOT NULL,
    quarter             smallint CHECK (quarter BETWEEN 1 AND 4),
    scheme              text NOT NULL,
    scheme_content      jsonb NOT NULL,
    state               text NOT NULL CHECK (state IN ('OPEN', 'PROPOSED', 'DECIDED')),
    unit_grade          text CHECK (unit_grade IN ('HTXSNV', 'HTTNV', 'HTNV', 'KHTNV')),
    unit_grade_document text,
    authors             text[] NOT NULL CHECK (cardinality(authors) > 0),
    opened_by           text NOT NULL,
    proposed_by         text,
    proposed_at         timestamptz,
    document            text,
    reason              text,
    UNIQUE NULLS NOT DISTINCT (unit_id, level, year, quarter, scheme),
    CHECK ((proposed_at IS NULL) = (state = 'OPEN') AND (proposed_at IS NULL) = (proposed_by IS NULL))
);
COMMENT ON TABLE evaluation IS 'The people of a unit, rated for a period';
COMMENT ON COLUMN evaluation.level IS 'Ordinal of the highest management scope (diện quản lý) whose people it is about';
COMMENT ON COLUMN evaluation.quarter IS 'None of a year';
COMMENT ON COLUMN evaluation.scheme_content IS 'What they are rated by, as it was when the round was opened';
COMMENT ON COLUMN evaluation.unit_grade IS 'How the unit itself was rated: the head is not rated above it';
COMMENT ON COLUMN evaluation.authors IS 'Hands that wrote in it: none of them decides';
COMMENT ON COLUMN evaluation.document IS 'The paper of the last decision';
COMMENT ON COLUMN evaluation.reason IS 'Why it was sent back or opened again';
GRANT SELECT, INSERT, UPDATE ON evaluation TO ${app};
ALTER TABLE evaluation ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation FORCE ROW LEVEL SECURITY;
CREATE POLICY evaluation_in_reach ON evaluation USING ((SELECT is_system())
    OR EXISTS (SELECT FROM unit_node n
                WHERE n.unit_id = evaluation.unit_id
                  AND level::bigint * 281474976710656 + n.lo <@ (SELECT reach()) OFFSET 0));

CREATE TABLE evaluation_sheet (
    evaluation_id uuid NOT NULL REFERENCES evaluation,
    person_id     uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    title         text NOT NULL,
    content       jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    authors       text[] NOT NULL CHECK (cardinality(authors) > 0),
    rating_id     uuid,
    grade         text CHECK (grade IN ('HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'KXL')),
    decided_by    text,
    deciders      text[],
    decided_at    timestamptz,
    PRIMARY KEY (evaluation_id, person_id),
    CHECK ((decided_at IS NULL) = (grade IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
        AND (decided_at IS NULL) = (deciders IS NULL)),
    CONSTRAINT evaluation_sheet_four_eyes
        CHECK (decided_at IS NULL OR NOT deciders && authors AND NOT person_id::text = ANY (deciders))
);
COMMENT ON TABLE evaluation_sheet IS 'Somebody in a round, and what is said of them';
COMMENT ON COLUMN evaluation_sheet.title IS 'Of the post for which they are rated';
COMMENT ON COLUMN evaluation_sheet.content IS 'What was typed: points of their own, of the unit, what is known beside them, the grade that is proposed';
COMMENT ON COLUMN evaluation_sheet.authors IS 'Hands that wrote or proposed it: none of them decides on it';
COMMENT ON COLUMN evaluation_sheet.rating_id IS 'The rating in their file that a decision gave; it stays while the round is opened again';
COMMENT ON COLUMN evaluation_sheet.deciders IS 'Whose hand decided: nobody''s own affair, and none that wrote';
CREATE INDEX ON evaluation_sheet (person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_sheet TO ${app};
ALTER TABLE evaluation_sheet ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation_sheet FORCE ROW LEVEL SECURITY;
CREATE POLICY evaluation_sheet_in_reach ON evaluation_sheet USING ((SELECT is_system())
    OR (EXISTS (SELECT FROM place WHERE place.person_id = evaluation_sheet.person_id OFFSET 0)
        AND EXISTS (SELECT FROM evaluation e WHERE e.id = evaluation_sheet.evaluation_id OFFSET 0)));

-- What came of it is of the person: whoever has their file later sees it, wherever they were rated.
CREATE TABLE evaluation_result (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    evaluation_id uuid NOT NULL,
    person_id     uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    unit_id       uuid NOT NULL,
    unit_name     text NOT NULL,
    year          integer NOT NULL,
    quarter       smallint,
    regulation    text NOT NULL,
    point_parts   bigint,
    grade         text NOT NULL CHECK (grade IN ('HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'KXL')),
    document      text,
    decided_by    text NOT NULL,
    decided_at    timestamptz NOT NULL,
    ended_at      timestamptz
);
COMMENT ON TABLE evaluation_result IS 'What was decided of a person for a quarter or a year';
COMMENT ON COLUMN evaluation_result.unit_name IS 'Of the unit that rated them, as it was called then';
COMMENT ON COLUMN evaluation_result.point_parts IS '1,200 of them are a point';
COMMENT ON COLUMN evaluation_result.ended_at IS 'When the same round decided otherwise';
CREATE INDEX ON evaluation_result (person_id, year);
CREATE UNIQUE INDEX evaluation_result_one_stands ON evaluation_result (evaluation_id, person_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE (ended_at) ON evaluation_result TO ${app};
ALTER TABLE evaluation_result ENABLE ROW LEVEL SECURITY;
ALTER TABLE evaluation_result FORCE ROW LEVEL SECURITY;
CREATE POLICY evaluation_result_in_reach ON evaluation_result USING ((SELECT is_system())
    OR EXISTS (SELECT FROM place WHERE place.person_id = evaluation_result.person_id OFFSET 0));
