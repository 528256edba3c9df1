CREATE TABLE plan_file (
    person_id   uuid PRIMARY KEY,
    revision    bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE plan_file IS 'The entries of one person as others are told of them: counts the revisions of what is published';
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_file TO ${app};
ALTER TABLE plan_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_file FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_file_in_reach ON plan_file USING ((SELECT is_system()) OR person_visible(person_id));
CREATE POLICY plan_file_is_kept ON plan_file AS RESTRICTIVE FOR DELETE USING ((SELECT is_system()));

CREATE TABLE plan_entry_file (
    id          uuid PRIMARY KEY DEFAULT uuidv7(),
    person_id   uuid NOT NULL,
    seat_id     uuid NOT NULL,
    revision    bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE plan_entry_file IS 'An entry as an aggregate: locked for every change, counts its revisions';
CREATE INDEX ON plan_entry_file (person_id);
CREATE INDEX ON plan_entry_file (seat_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_entry_file TO ${app};
ALTER TABLE plan_entry_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_entry_file FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_entry_file_in_reach ON plan_entry_file USING ((SELECT is_system()) OR person_visible(person_id));
-- Only the erasure of a person takes one away, never a request.
CREATE POLICY plan_entry_file_is_kept ON plan_entry_file AS RESTRICTIVE FOR DELETE USING ((SELECT is_system()));

CREATE TABLE plan_entry (
    id               uuid NOT NULL REFERENCES plan_entry_file ON DELETE CASCADE,
    person_id        uuid NOT NULL,
    seat_id          uuid NOT NULL,
    valid            daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    term             text NOT NULL CHECK (term ~ '^\d{4}-\d{4}$'),
    source           text NOT NULL CHECK (source IN ('INTERNAL', 'EXTERNAL')),
    approved_on      date,
    decision         text,
    removed_on       date,
    removal_decision text,
    removal_reason   text,
    ended            text CHECK (ended IN ('FULFILLED', 'REMOVED')),
    proposed_by      text NOT NULL,
    proposed_by_name text NOT NULL,
    proposed_at      timestamptz NOT NULL,
    approved_by      text,
    approved_by_name text,
    approved_at      timestamptz,
    reason           text,
    recorded_by      text NOT NULL,
    recorded_by_name text NOT NULL,
    recorded_from    timestamptz NOT NULL,
    valid_from       date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to         date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS),
    CONSTRAINT plan_entry_approved_by_another CHECK (approved_by <> proposed_by),
    CONSTRAINT plan_entry_approval_whole
        CHECK (num_nulls(approved_on, decision, approved_by, approved_by_name, approved_at) IN (0, 5)),
    CONSTRAINT plan_entry_removal_whole CHECK (num_nulls(removed_on, removal_reason) IN (0, 2))
);
COMMENT ON TABLE plan_entry IS 'A person planned for a seat in a term of office, as believed now; approved from valid_from, ended on valid_to';
COMMENT ON COLUMN plan_entry.ended IS 'Why it ends: FULFILLED follows from the posts of the person and is never set by hand';
COMMENT ON COLUMN plan_entry.removed_on IS 'What a decision said, also where the entry was fulfilled before';
CREATE INDEX ON plan_entry (person_id, valid_from, valid_to);
CREATE INDEX ON plan_entry (seat_id, valid_from, valid_to);
CREATE INDEX ON plan_entry (recorded_from, id);
GRANT SELECT, INSERT, DELETE ON plan_entry TO ${app};
ALTER TABLE plan_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_entry_in_reach ON plan_entry USING ((SELECT is_system()) OR person_visible(person_id));

CREATE TABLE plan_entry_past (
    id               uuid NOT NULL REFERENCES plan_entry_file ON DELETE CASCADE,
    person_id        uuid NOT NULL,
    seat_id          uuid NOT NULL,
    valid            daterange NOT NULL,
    term             text NOT NULL,
    source           text NOT NULL,
    approved_on      date,
    decision         text,
    removed_on       date,
    removal_decision text,
    removal_reason   text,
    ended            text,
    proposed_by      text NOT NULL,
    proposed_by_name text NOT NULL,
    proposed_at      timestamptz NOT NULL,
    approved_by      text,
    approved_by_name text,
    approved_at      timestamptz,
    reason           text,
    recorded_by      text NOT NULL,
    recorded_by_name text NOT NULL,
    recorded         tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because    text NOT NULL,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE plan_entry_past IS 'What was believed of entries and no longer is';
CREATE INDEX ON plan_entry_past (id);
CREATE INDEX ON plan_entry_past (person_id);
GRANT SELECT, INSERT ON plan_entry_past TO ${app};
ALTER TABLE plan_entry_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_entry_past FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_entry_past_in_reach ON plan_entry_past USING ((SELECT is_system()) OR person_visible(person_id));
