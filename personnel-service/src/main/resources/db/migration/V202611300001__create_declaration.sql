-- What an official asks to have changed in their own CV: it waits beside the CV until whoever keeps that accepts it or
-- returns it. That something waits may be known where work is listed; what it says is as sensitive as the entry it is about.
CREATE TABLE declaration (
    id           uuid PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES person,
    class        text NOT NULL CHECK (class IN ('PERSONAL', 'SENSITIVE')),
    state        text NOT NULL CHECK (state IN ('WAITING', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    revision     bigint NOT NULL CHECK (revision > 0),
    authors      text[] NOT NULL CHECK (cardinality(authors) > 0),
    declared_by  text NOT NULL,
    declared_at  timestamptz NOT NULL,
    decided_by   text,
    deciders     text[],
    decided_at   timestamptz,
    CHECK ((state = 'WAITING') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (deciders IS NULL)),
    CONSTRAINT declaration_four_eyes CHECK (state IN ('WAITING', 'WITHDRAWN')
        OR NOT deciders && authors AND NOT person_id::text = ANY (deciders))
);
COMMENT ON TABLE declaration IS 'That an official asked for a change of their own CV, and what became of it';
COMMENT ON COLUMN declaration.class IS 'Of the entry it is about';
COMMENT ON COLUMN declaration.authors IS 'Hands that declared it: none of them decides on it';
COMMENT ON COLUMN declaration.declared_by IS 'Name of whoever declared it';
COMMENT ON COLUMN declaration.deciders IS 'Whose hand accepted, returned or withdrew it; nobody''s own affair, and not who declared it, where it was accepted or returned';
COMMENT ON COLUMN declaration.decided_by IS 'Name of whoever accepted, returned or withdrew it';
CREATE INDEX ON declaration (person_id, class, declared_at DESC);
CREATE INDEX declaration_waiting ON declaration (declared_at, id) WHERE state = 'WAITING';
GRANT SELECT, INSERT, UPDATE ON declaration TO ${app};
ALTER TABLE declaration ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration FORCE ROW LEVEL SECURITY;
CREATE POLICY declaration_in_reach ON declaration
    USING ((SELECT is_system()) OR EXISTS (SELECT FROM place WHERE place.person_id = declaration.person_id OFFSET 0));

CREATE TABLE declaration_content (
    declaration_id uuid PRIMARY KEY REFERENCES declaration,
    person_id      uuid NOT NULL REFERENCES person,
    class          text NOT NULL CHECK (class IN ('PERSONAL', 'SENSITIVE')),
    act            text NOT NULL CHECK (act IN ('ADD', 'CORRECT', 'VOID')),
    kind           text NOT NULL,
    entry_id       uuid,
    believed_from  timestamptz,
    content        jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    document       text,
    note           text,
    answer         text,
    CHECK ((act = 'ADD') = (believed_from IS NULL)),
    CHECK (act = 'ADD' OR entry_id IS NOT NULL)
);
COMMENT ON TABLE declaration_content IS 'What a declaration says';
COMMENT ON COLUMN declaration_content.kind IS 'A kind of contracts/personnel/cv.json, as RESIDENCE';
COMMENT ON COLUMN declaration_content.entry_id IS 'The entry it is about; of one to be added, the entry that came of it';
COMMENT ON COLUMN declaration_content.believed_from IS 'Since when the entry had been believed as the official saw it: another value now means it was changed since';
COMMENT ON COLUMN declaration_content.content IS 'Field of the kind to its value as text; empty for what is taken back';
COMMENT ON COLUMN declaration_content.document IS 'The paper that proves it';
COMMENT ON COLUMN declaration_content.note IS 'What the official says of it';
COMMENT ON COLUMN declaration_content.answer IS 'Why it was decided so';
GRANT SELECT, INSERT, UPDATE (entry_id, answer) ON declaration_content TO ${app};
ALTER TABLE declaration_content ENABLE ROW LEVEL SECURITY;
ALTER TABLE declaration_content FORCE ROW LEVEL SECURITY;
CREATE POLICY declaration_content_in_reach ON declaration_content
    USING ((SELECT is_system())
        OR (class_open(class) AND EXISTS (SELECT FROM place WHERE place.person_id = declaration_content.person_id OFFSET 0)));
