ALTER TABLE decision_effect
    ADD direction text CHECK (direction IN ('DOWN', 'UP', 'LATERAL')),
    ADD CONSTRAINT decision_effect_direction_of_a_start CHECK (direction IS NULL OR act = 'START');
COMMENT ON COLUMN decision_effect.direction IS 'Rotation: to a lower level, a higher one, or one beside; none in decisions of another kind and in those recorded before it was asked for';
ALTER TABLE decision_effect_past ADD direction text;
