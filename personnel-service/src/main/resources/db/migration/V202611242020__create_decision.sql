CREATE TABLE decision_file (
    id               uuid PRIMARY KEY,
    revision         bigint NOT NULL,
    recorded_at      timestamptz NOT NULL,
    procedure_id     uuid UNIQUE,
    concluded_person uuid,
    concluded_seat   uuid
);
COMMENT ON TABLE decision_file IS 'A decision as an aggregate: locked for every change, counts its revisions';
COMMENT ON COLUMN decision_file.procedure_id IS 'The procedure of planning that it concludes, with whom and what that chose';

CREATE TABLE decision_effect (
    id             uuid NOT NULL,
    decision_id    uuid NOT NULL REFERENCES decision_file ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    valid          daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    ordinal        smallint NOT NULL,
    person_id      uuid NOT NULL REFERENCES person,
    act            text NOT NULL CHECK (act IN ('START', 'END')),
    seat_id        uuid REFERENCES seat,
    assignment_id  uuid,
    unit_id        uuid NOT NULL REFERENCES unit_root,
    title          text NOT NULL,
    scope          smallint NOT NULL,
    effective_from date,
    until          date,
    term_months    integer CHECK (term_months > 0),
    acting         boolean NOT NULL,
    concurrent     boolean NOT NULL,
    prior_end      date,
    recorded_from  timestamptz NOT NULL,
    valid_from     date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to       date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS)
);
COMMENT ON TABLE decision_effect IS 'What a decision brings about for one person, recorded anew with every belief of the decision';
COMMENT ON COLUMN decision_effect.prior_end IS 'END: the end of the post as believed before; none where it was open';
CREATE INDEX ON decision_effect (decision_id);
CREATE INDEX ON decision_effect (person_id);
CREATE INDEX ON decision_effect (assignment_id);
GRANT SELECT, INSERT, DELETE ON decision_effect TO ${app};
ALTER TABLE decision_effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_effect FORCE ROW LEVEL SECURITY;
CREATE POLICY decision_effect_in_reach ON decision_effect USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE decision_effect_past (
    id             uuid NOT NULL,
    decision_id    uuid NOT NULL REFERENCES decision_file ON DELETE CASCADE,
    valid          daterange NOT NULL,
    ordinal        smallint NOT NULL,
    person_id      uuid NOT NULL,
    act            text NOT NULL,
    seat_id        uuid,
    assignment_id  uuid,
    unit_id        uuid NOT NULL,
    title          text NOT NULL,
    scope          smallint NOT NULL,
    effective_from date,
    until          date,
    term_months    integer,
    acting         boolean NOT NULL,
    concurrent     boolean NOT NULL,
    prior_end      date,
    recorded       tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because  text NOT NULL,
    valid_from     date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to       date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE decision_effect_past IS 'What was believed of effects and no longer is';
CREATE INDEX ON decision_effect_past (decision_id);
CREATE INDEX ON decision_effect_past (person_id);
GRANT SELECT, INSERT ON decision_effect_past TO ${app};
ALTER TABLE decision_effect_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_effect_past FORCE ROW LEVEL SECURITY;
CREATE POLICY decision_effect_past_in_reach ON decision_effect_past
    USING ((SELECT is_system()) OR person_visible(person_id));

-- A decision is there for whoever sees somebody it is about: the fence of its effects is its own.
CREATE FUNCTION decision_visible(decision uuid) RETURNS boolean
    STABLE PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT EXISTS (SELECT FROM decision_effect e WHERE e.decision_id = decision) $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON decision_file TO ${app};
ALTER TABLE decision_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_file FORCE ROW LEVEL SECURITY;
CREATE POLICY decision_file_in_reach ON decision_file USING ((SELECT is_system()) OR decision_visible(id));
-- Only the service itself takes one away, when planning erased the procedure of one that was not issued.
CREATE POLICY decision_file_is_kept ON decision_file AS RESTRICTIVE FOR DELETE USING ((SELECT is_system()));

CREATE TABLE decision (
    id               uuid NOT NULL REFERENCES decision_file ON DELETE CASCADE,
    valid            daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    state            text NOT NULL CHECK (state IN ('DRAFT', 'ISSUED', 'RESCINDED', 'WITHDRAWN')),
    kind             text NOT NULL,
    number           text,
    signed_on        date,
    authority        smallint,
    issuer           uuid,
    effects          smallint NOT NULL CHECK (effects > 0),
    backdated        boolean NOT NULL,
    rescinded_by     text,
    rescinded_on     date,
    authors          text[] NOT NULL,
    issued_by        text,
    reason           text,
    recorded_by      text NOT NULL,
    recorded_by_name text NOT NULL,
    recorded_from    timestamptz NOT NULL,
    valid_from       date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to         date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS),
    CONSTRAINT decision_issued_is_complete CHECK (state NOT IN ('ISSUED', 'RESCINDED')
        OR (number IS NOT NULL AND signed_on IS NOT NULL AND authority IS NOT NULL AND issued_by IS NOT NULL)),
    CONSTRAINT decision_rescinded_is_complete CHECK ((state = 'RESCINDED')
        = (rescinded_by IS NOT NULL AND rescinded_on IS NOT NULL)),
    CONSTRAINT decision_issued_by_another CHECK (issued_by IS NULL OR issued_by <> ALL (authors))
);
COMMENT ON TABLE decision IS 'A decision (quyết định) as believed now; it brings about its effects while its state is ISSUED';
COMMENT ON COLUMN decision.issuer IS 'Where many bodies decide at one level: the unit of the first effect, to tell their numbers apart';
COMMENT ON COLUMN decision.effects IS 'How many effects it has, so that whoever does not see them all does not act on it';
COMMENT ON COLUMN decision.authors IS 'Accounts that prepared it by hand: none of them may issue it';
-- Numbers begin anew each year. Unique past every scope, so a clash is answered neutrally.
CREATE UNIQUE INDEX decision_number_once ON decision (authority, issuer, lower(number), extract(year FROM signed_on))
    NULLS NOT DISTINCT WHERE state IN ('ISSUED', 'RESCINDED');
CREATE INDEX decision_drafts ON decision (recorded_from, id) WHERE state = 'DRAFT';
GRANT SELECT, INSERT, DELETE ON decision TO ${app};
ALTER TABLE decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision FORCE ROW LEVEL SECURITY;
CREATE POLICY decision_in_reach ON decision USING ((SELECT is_system()) OR decision_visible(id));

CREATE TABLE decision_past (
    id               uuid NOT NULL REFERENCES decision_file ON DELETE CASCADE,
    valid            daterange NOT NULL,
    state            text NOT NULL,
    kind             text NOT NULL,
    number           text,
    signed_on        date,
    authority        smallint,
    issuer           uuid,
    effects          smallint NOT NULL,
    backdated        boolean NOT NULL,
    rescinded_by     text,
    rescinded_on     date,
    authors          text[] NOT NULL,
    issued_by        text,
    reason           text,
    recorded_by      text NOT NULL,
    recorded_by_name text NOT NULL,
    recorded         tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because    text NOT NULL,
    valid_from       date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to         date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE decision_past IS 'What was believed of decisions and no longer is';
CREATE INDEX ON decision_past (id);
GRANT SELECT, INSERT ON decision_past TO ${app};
ALTER TABLE decision_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_past FORCE ROW LEVEL SECURITY;
CREATE POLICY decision_past_in_reach ON decision_past USING ((SELECT is_system()) OR decision_visible(id));
