ALTER TABLE procedure DROP CONSTRAINT procedure_state_check;
ALTER TABLE procedure
    ADD CONSTRAINT procedure_state_check CHECK (state IN ('POLICY', 'STEPS', 'PAPERS', 'POINTER', 'CONCLUDED', 'STOPPED'));
COMMENT ON COLUMN procedure.state IS 'PAPERS: put on record from papers of the past, awaits somebody else; POINTER: runs on paper elsewhere, awaits its public conclusion';
DROP INDEX procedure_open_once;
CREATE UNIQUE INDEX procedure_open_once ON procedure (seat_id) WHERE state IN ('POLICY', 'STEPS', 'POINTER');
DROP INDEX procedure_waiting;
CREATE INDEX procedure_waiting ON procedure (latest_at, id) WHERE state IN ('POLICY', 'STEPS', 'PAPERS', 'POINTER');
