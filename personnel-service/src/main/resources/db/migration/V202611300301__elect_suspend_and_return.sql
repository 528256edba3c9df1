-- Elected, and held from the day of ratification.
ALTER TABLE seat
    DROP CONSTRAINT seat_kind_check,
    ADD CONSTRAINT seat_kind_check CHECK (kind IN ('APPOINTED', 'ELECTED', 'RATIFIED', 'DESIGNATED'));

ALTER TABLE decision_effect
    ADD planned_return date,
    ADD local boolean,
    DROP CONSTRAINT decision_effect_act_check,
    ADD CONSTRAINT decision_effect_act_check CHECK (act IN ('START', 'END', 'NOMINATE', 'ELECT', 'SUSPEND')),
    ADD CONSTRAINT decision_effect_election_gives_no_post
        CHECK (act <> 'ELECT' OR (seat_id IS NOT NULL AND assignment_id IS NULL)),
    ADD CONSTRAINT decision_effect_suspends_a_post CHECK (act <> 'SUSPEND' OR assignment_id IS NOT NULL),
    ADD CONSTRAINT decision_effect_return_of_a_start
        CHECK (act = 'START' OR (planned_return IS NULL AND local IS NULL));
COMMENT ON COLUMN decision_effect.planned_return IS 'Rotation and secondment: the day for which the return is planned';
COMMENT ON COLUMN decision_effect.local IS 'Rotation: whether the person is of the place, where whoever prepared it said so';
ALTER TABLE decision_effect_past ADD planned_return date, ADD local boolean;
CREATE INDEX decision_effect_elections ON decision_effect (person_id, seat_id) WHERE act = 'ELECT';
