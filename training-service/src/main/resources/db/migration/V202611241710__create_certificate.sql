CREATE TABLE certificate_file (
    id          uuid PRIMARY KEY DEFAULT uuidv7(),
    person_id   uuid NOT NULL,
    revision    bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE certificate_file IS 'A certificate as an aggregate: locked for every change, counts its revisions';
CREATE INDEX ON certificate_file (person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON certificate_file TO ${app};
ALTER TABLE certificate_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate_file FORCE ROW LEVEL SECURITY;
CREATE POLICY certificate_file_in_reach ON certificate_file USING ((SELECT is_system()) OR person_visible(person_id));
-- Only the erasure of a person takes one away, never a request.
CREATE POLICY certificate_file_is_kept ON certificate_file AS RESTRICTIVE FOR DELETE USING ((SELECT is_system()));

CREATE TABLE certificate (
    id               uuid NOT NULL REFERENCES certificate_file ON DELETE CASCADE,
    person_id        uuid NOT NULL,
    valid            daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
    kind             text NOT NULL,
    level            text NOT NULL,
    name             text NOT NULL,
    number           text NOT NULL,
    issuer           text NOT NULL,
    issued_on        text NOT NULL,
    valid_until      date,
    state            text NOT NULL CHECK (state IN ('ENTERED', 'VERIFIED', 'REJECTED', 'REVOKED')),
    authors          text[] NOT NULL,
    entered_by       text NOT NULL,
    entered_by_name  text NOT NULL,
    entered_at       timestamptz NOT NULL,
    reason           text,
    recorded_by      text NOT NULL,
    recorded_by_name text NOT NULL,
    recorded_from    timestamptz NOT NULL,
    valid_from       date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to         date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    PRIMARY KEY (id, valid WITHOUT OVERLAPS),
    CONSTRAINT certificate_verified_by_another CHECK (state <> 'VERIFIED' OR recorded_by <> ALL (authors))
);
COMMENT ON TABLE certificate IS 'A certificate as believed now; it counts while its state is VERIFIED';
COMMENT ON COLUMN certificate.issued_on IS 'Year, year-month or day, as the paper gives it';
COMMENT ON COLUMN certificate.valid_until IS 'Last day on which it holds, as the paper gives it';
COMMENT ON COLUMN certificate.authors IS 'Accounts that entered or corrected it: none of them may verify it';
COMMENT ON COLUMN certificate.entered_by IS 'Account that last wrote what it says; recorded_by took it to its present state';
CREATE INDEX ON certificate (person_id, valid_from);
-- Unique over the whole province, so a clash is answered neutrally. What was rejected or revoked may be entered again.
CREATE UNIQUE INDEX certificate_number_once ON certificate (kind, lower(issuer), lower(number))
    WHERE state IN ('ENTERED', 'VERIFIED');
-- What waits for somebody is a short queue.
CREATE INDEX certificate_waiting ON certificate (recorded_from, id) WHERE state IN ('ENTERED', 'REJECTED');
GRANT SELECT, INSERT, DELETE ON certificate TO ${app};
ALTER TABLE certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate FORCE ROW LEVEL SECURITY;
CREATE POLICY certificate_in_reach ON certificate USING ((SELECT is_system()) OR person_visible(person_id));

-- The key to the aggregate erases what was believed with the person; nothing else takes a row away.
CREATE TABLE certificate_past (
    id               uuid NOT NULL REFERENCES certificate_file ON DELETE CASCADE,
    person_id        uuid NOT NULL,
    valid            daterange NOT NULL,
    kind             text NOT NULL,
    level            text NOT NULL,
    name             text NOT NULL,
    number           text NOT NULL,
    issuer           text NOT NULL,
    issued_on        text NOT NULL,
    valid_until      date,
    state            text NOT NULL,
    authors          text[] NOT NULL,
    entered_by       text NOT NULL,
    entered_by_name  text NOT NULL,
    entered_at       timestamptz NOT NULL,
    reason           text,
    recorded_by      text NOT NULL,
    recorded_by_name text NOT NULL,
    recorded         tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    ended_because    text NOT NULL,
    valid_from       date NOT NULL GENERATED ALWAYS AS (lower(valid)) STORED,
    valid_to         date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED,
    EXCLUDE USING gist (id WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE certificate_past IS 'What was believed of certificates and no longer is';
CREATE INDEX ON certificate_past (id);
CREATE INDEX ON certificate_past (person_id);
GRANT SELECT, INSERT ON certificate_past TO ${app};
ALTER TABLE certificate_past ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate_past FORCE ROW LEVEL SECURITY;
CREATE POLICY certificate_past_in_reach ON certificate_past USING ((SELECT is_system()) OR person_visible(person_id));
