ALTER TABLE decided_effect ADD assignment_id uuid, ADD planned_return date;
COMMENT ON COLUMN decided_effect.assignment_id IS 'The post that the effect begins, changes or ends';
COMMENT ON COLUMN decided_effect.planned_return IS 'Rotation and secondment: the day for which the return is planned';
CREATE INDEX ON decided_effect (assignment_id);

-- What the copy did not read so far may be on the topic: read it anew, while what is here stays in use.
UPDATE inbox SET revision = revision - 1 WHERE topic = 'personnel.decision.v1';
UPDATE replica SET generation = gen_random_uuid() WHERE topic = 'personnel.decision.v1';
