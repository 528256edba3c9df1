ALTER TABLE decision_effect
    DROP CONSTRAINT decision_effect_act_check,
    ADD CONSTRAINT decision_effect_act_check CHECK (act IN ('START', 'END', 'NOMINATE')),
    ADD CONSTRAINT decision_effect_nomination_gives_no_post
        CHECK (act <> 'NOMINATE' OR (seat_id IS NOT NULL AND assignment_id IS NULL));
