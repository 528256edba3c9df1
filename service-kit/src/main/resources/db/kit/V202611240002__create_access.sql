CREATE TABLE unit_node (
    unit_id   uuid PRIMARY KEY,
    tree      smallint NOT NULL,
    parent_id uuid,
    lo        bigint NOT NULL,
    hi        bigint NOT NULL,
    CHECK (lo <= hi)
);
COMMENT ON TABLE unit_node IS 'The trees of today as nested intervals: a unit is below another when its lo lies between the other''s lo and hi';
CREATE INDEX ON unit_node (lo);
GRANT SELECT, INSERT, UPDATE, DELETE ON unit_node TO ${app};

CREATE TABLE account (
    account       text PRIMARY KEY,
    username      text NOT NULL UNIQUE,
    authz_version bigint NOT NULL CHECK (authz_version >= 0)
);
COMMENT ON TABLE account IS 'Who may sign in; authz_version is the floor below which a token of the account is refused';
GRANT SELECT, INSERT, UPDATE, DELETE ON account TO ${app};

CREATE TABLE access_grant (
    account    text NOT NULL REFERENCES account ON DELETE CASCADE,
    role       text NOT NULL,
    unit_id    uuid NOT NULL,
    scopes     smallint[] NOT NULL,
    class      smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to   date NOT NULL DEFAULT 'infinity',
    CHECK (valid_from < valid_to)
);
COMMENT ON TABLE access_grant IS 'Role x unit subtree x management scopes (none named = all) x highest class x period';
CREATE INDEX ON access_grant (account);
GRANT SELECT, INSERT, UPDATE, DELETE ON access_grant TO ${app};

CREATE TABLE place (
    person_id  uuid NOT NULL,
    source_id  uuid NOT NULL,
    unit_id    uuid NOT NULL,
    position   bigint NOT NULL,
    scope      smallint NOT NULL CHECK (scope BETWEEN 0 AND 15),
    class      smallint NOT NULL CHECK (class BETWEEN 0 AND 3),
    valid_from date NOT NULL,
    valid_to   date NOT NULL DEFAULT 'infinity',
    name_key   text COLLATE "vi-x-icu" NOT NULL,
    fence      bigint NOT NULL GENERATED ALWAYS AS ((class::bigint * 16 + scope) * 281474976710656 + position) STORED,
    PRIMARY KEY (person_id, source_id, valid_from),
    CHECK (valid_from < valid_to)
);
COMMENT ON TABLE place IS 'One row per post or custody: the only thing that either fence looks at';
COMMENT ON COLUMN place.source_id IS 'The fact that gives the place: an assignment, or the person for custody';
COMMENT ON COLUMN place.position IS 'lo of the unit in unit_node; -1 while the unit is unknown here, which nobody reaches';
COMMENT ON COLUMN place.fence IS 'class, scope and position in one number, so that one set of ranges says what an actor reaches';
COMMENT ON COLUMN place.name_key IS 'Given name, family name, middle name: the order of every list';
CREATE INDEX place_list ON place (name_key, person_id, position);
CREATE INDEX place_position ON place (position, valid_from);
CREATE INDEX place_unit ON place (unit_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON place TO ${app};
ALTER TABLE place ENABLE ROW LEVEL SECURITY;
ALTER TABLE place FORCE ROW LEVEL SECURITY;
CREATE POLICY place_in_reach ON place
    USING ((SELECT is_system())
        OR (fence <@ (SELECT reach()) AND valid_from <= (SELECT legal_day()) AND valid_to > (SELECT legal_day())))
    WITH CHECK ((SELECT is_system()) OR fence <@ (SELECT reach()));

-- The policy of every other table about people: the row's person has a place in reach.
CREATE FUNCTION person_visible(person uuid) RETURNS boolean
    STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT EXISTS (SELECT FROM place WHERE place.person_id = person) $$;

CREATE TABLE name_word (
    id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    word   text COLLATE "C" NOT NULL UNIQUE,
    folded text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fold(word)) STORED
);
COMMENT ON TABLE name_word IS 'Dictionary of the words of names, lower case; reference data that names nobody';
CREATE INDEX ON name_word (folded);
GRANT SELECT, INSERT ON name_word TO ${app};

CREATE TABLE person_word (
    word_id   integer NOT NULL REFERENCES name_word,
    person_id uuid NOT NULL,
    PRIMARY KEY (word_id, person_id)
);
CREATE INDEX ON person_word (person_id);
GRANT SELECT, INSERT, DELETE ON person_word TO ${app};
ALTER TABLE person_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_word FORCE ROW LEVEL SECURITY;
CREATE POLICY person_word_in_reach ON person_word
    USING ((SELECT is_system()) OR person_visible(person_id));
