ALTER TABLE decision ADD COLUMN issued_hands text[] NOT NULL DEFAULT '{}';
ALTER TABLE decision_past ADD COLUMN issued_hands text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN decision.authors IS 'Hands that prepared it: none of them may issue it';
COMMENT ON COLUMN decision.issued_hands IS 'Whose hand issued it: the account, whose it is, and who handed the right on';

SELECT set_config('opencadre.system', 'on', true);
UPDATE decision SET issued_hands = ARRAY[issued_by] WHERE issued_by IS NOT NULL;
UPDATE decision_past SET issued_hands = ARRAY[issued_by] WHERE issued_by IS NOT NULL;

-- Whose accounts these are is added here, so that no caller can leave it out; with the issue also of authors of whom it became
-- known since. What is about whoever prepares or issues it is refused: its effects are written before it.
CREATE FUNCTION decision_hands() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    acted text[] := '{}';
BEGIN
    IF NEW.state = 'DRAFT' AND NEW.recorded_by = ANY (NEW.authors) THEN
        acted := hands(ARRAY[NEW.recorded_by]);
        NEW.authors := NEW.authors || acted;
    ELSIF NEW.state = 'ISSUED' AND NEW.issued_by = NEW.recorded_by
        AND NOT EXISTS (SELECT FROM decision_past p WHERE p.id = NEW.id AND p.issued_by IS NOT NULL) THEN
        NEW.authors := hands(NEW.authors);
        NEW.issued_hands := hands(NEW.issued_hands || NEW.issued_by);
        acted := NEW.authors || NEW.issued_hands;
    END IF;
    IF EXISTS (SELECT FROM decision_effect e WHERE e.decision_id = NEW.id AND e.person_id::text = ANY (acted)) THEN
        RAISE check_violation USING MESSAGE = 'decision_of_somebody_else: it is about whoever prepares or issues it',
            TABLE = 'decision', CONSTRAINT = 'decision_of_somebody_else';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER decision_hands BEFORE INSERT OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION decision_hands();

ALTER TABLE decision
    ADD CONSTRAINT decision_issued_by_another_hand CHECK (NOT authors && issued_hands),
    ADD CONSTRAINT decision_issuer_whole CHECK (issued_by IS NULL OR issued_by = ANY (issued_hands));
