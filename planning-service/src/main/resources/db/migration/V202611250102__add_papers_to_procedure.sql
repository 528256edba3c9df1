ALTER TABLE procedure DROP CONSTRAINT procedure_state_check;
ALTER TABLE procedure
    ADD CONSTRAINT procedure_state_check CHECK (state IN ('POLICY', 'STEPS', 'PAPERS', 'CONCLUDED', 'STOPPED')),
    ADD COLUMN requested_on date;
COMMENT ON COLUMN procedure.state IS 'PAPERS: put on record from papers of the past, awaits the confirmation of somebody else';
COMMENT ON COLUMN procedure.requested_on IS 'Day on which the policy was asked for; with the seat it tells the case of a workbook that is on record';
CREATE INDEX ON procedure (seat_id, requested_on);
DROP INDEX procedure_waiting;
CREATE INDEX procedure_waiting ON procedure (latest_at, id) WHERE state IN ('POLICY', 'STEPS', 'PAPERS');
SELECT set_config('opencadre.system', 'on', true);
UPDATE procedure p
   SET requested_on = (r.content::json ->> 'requestedOn')::date
  FROM procedure_record r WHERE r.procedure_id = p.id AND r.sequence = 1;
