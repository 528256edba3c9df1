CREATE TABLE decision_copy (
    decision_id    uuid PRIMARY KEY,
    procedure_id   uuid NOT NULL,
    revision       bigint NOT NULL,
    recorded_at    timestamptz NOT NULL,
    number         text NOT NULL,
    signed_on      date NOT NULL,
    status         text NOT NULL,
    effective_from date
);
COMMENT ON TABLE decision_copy IS 'Decisions that conclude a procedure, as personnel believes them now';
CREATE INDEX ON decision_copy (procedure_id);
GRANT SELECT, INSERT, DELETE ON decision_copy TO ${app};
ALTER TABLE decision_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision_copy FORCE ROW LEVEL SECURITY;
-- Whoever sees the procedure; its own policy answers within.
CREATE POLICY decision_copy_in_reach ON decision_copy
    USING ((SELECT is_system()) OR EXISTS (SELECT FROM procedure p WHERE p.id = procedure_id));
