CREATE TABLE procedure (
    id         uuid PRIMARY KEY DEFAULT uuidv7(),
    seat_id    uuid NOT NULL,
    unit_id    uuid NOT NULL,
    scope      smallint NOT NULL,
    state      text NOT NULL CHECK (state IN ('POLICY', 'STEPS', 'CONCLUDED', 'STOPPED')),
    steps_held integer NOT NULL CHECK (steps_held BETWEEN 0 AND 5),
    ready      boolean NOT NULL,
    next_step  integer CHECK (next_step BETWEEN 1 AND 5),
    opened_by  text NOT NULL,
    opened_at  timestamptz NOT NULL,
    policy_by  text,
    ended_by   text,
    latest_by  text NOT NULL,
    latest_at  timestamptz NOT NULL,
    CONSTRAINT procedure_policy_by_another CHECK (policy_by <> opened_by),
    CONSTRAINT procedure_concluded_by_another CHECK (state <> 'CONCLUDED' OR ended_by <> opened_by)
);
COMMENT ON TABLE procedure IS 'The five steps for a seat: for locks and lists; all that happened is in its record';
COMMENT ON COLUMN procedure.ready IS 'Somebody came out of step 5 and only the conclusion is left';
COMMENT ON COLUMN procedure.latest_by IS 'Name of whoever did the latest act';
CREATE UNIQUE INDEX procedure_open_once ON procedure (seat_id) WHERE state IN ('POLICY', 'STEPS');
CREATE INDEX ON procedure (opened_at, id);
CREATE INDEX procedure_waiting ON procedure (latest_at, id) WHERE state IN ('POLICY', 'STEPS');
GRANT SELECT, INSERT, UPDATE ON procedure TO ${app};
ALTER TABLE procedure ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedure FORCE ROW LEVEL SECURITY;
CREATE POLICY procedure_in_reach ON procedure USING ((SELECT is_system()) OR unit_in_reach(unit_id, scope));

-- Added to and read, never changed: the service has no other right on it.
CREATE TABLE procedure_record (
    procedure_id uuid NOT NULL REFERENCES procedure,
    sequence     integer NOT NULL CHECK (sequence >= 1),
    unit_id      uuid NOT NULL,
    scope        smallint NOT NULL,
    at           timestamptz NOT NULL,
    account      text NOT NULL,
    name         text NOT NULL,
    act          text NOT NULL,
    content      text NOT NULL,
    previous     text NOT NULL CHECK (previous ~ '^[0-9a-f]{64}$'),
    hash         text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (procedure_id, sequence),
    CONSTRAINT procedure_record_first CHECK ((sequence = 1) = (previous = repeat('0', 64)))
);
COMMENT ON TABLE procedure_record IS 'Every act of a procedure, each with the hash of the one before: docs/record.md';
COMMENT ON COLUMN procedure_record.content IS 'JSON as text, byte for byte as it was hashed';
GRANT SELECT, INSERT ON procedure_record TO ${app};
ALTER TABLE procedure_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedure_record FORCE ROW LEVEL SECURITY;
CREATE POLICY procedure_record_in_reach ON procedure_record
    USING ((SELECT is_system()) OR unit_in_reach(unit_id, scope));
