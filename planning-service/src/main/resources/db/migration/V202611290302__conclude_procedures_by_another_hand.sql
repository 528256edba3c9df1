ALTER TABLE procedure_record ADD COLUMN hands text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN procedure_record.hands IS 'Whose hand it was: the account, whose it is, and who handed the right on; not part of what is hashed';

ALTER TABLE procedure
    ADD COLUMN opened_hands text[] NOT NULL DEFAULT '{}',
    ADD COLUMN policy_hands text[],
    ADD COLUMN ended_hands text[],
    ADD COLUMN hands text[] NOT NULL DEFAULT '{}',
    ADD COLUMN people text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN procedure.opened_hands IS 'Whose hand opened it: the account, whose it is, and who handed the right on';
COMMENT ON COLUMN procedure.hands IS 'Everybody whose hand an act of it was';
COMMENT ON COLUMN procedure.people IS 'Everybody whom an act took in: nobody acts in what is about themself';

SELECT set_config('opencadre.system', 'on', true);
UPDATE procedure_record SET hands = ARRAY[account];
UPDATE procedure SET opened_hands = ARRAY[opened_by];
UPDATE procedure SET policy_hands = ARRAY[policy_by] WHERE policy_by IS NOT NULL;
UPDATE procedure SET ended_hands = ARRAY[ended_by] WHERE ended_by IS NOT NULL;
UPDATE procedure p
   SET hands = ARRAY(SELECT DISTINCT r.account FROM procedure_record r WHERE r.procedure_id = p.id),
       people = ARRAY(
           SELECT DISTINCT named.person
             FROM procedure_record r,
                  LATERAL (SELECT jsonb_array_elements_text(r.content::jsonb -> 'candidates')
                           UNION SELECT jsonb_array_elements_text(r.content::jsonb -> 'ruling' -> 'people')
                           UNION SELECT r.content::jsonb ->> 'personId') AS named (person)
            WHERE r.procedure_id = p.id AND r.act <> 'DocumentRecorded' AND named.person IS NOT NULL);

-- Whose accounts these are is added here, so that no caller can leave it out; of the opener also what became known since.
CREATE FUNCTION procedure_hands() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.opened_hands := hands(NEW.opened_hands || NEW.opened_by);
        NEW.hands := NEW.hands || NEW.opened_hands;
        RETURN NEW;
    END IF;
    IF NEW.policy_by IS NOT NULL AND OLD.policy_by IS NULL THEN
        NEW.opened_hands := hands(NEW.opened_hands);
        NEW.policy_hands := hands(NEW.policy_hands || NEW.policy_by);
        NEW.hands := NEW.hands || NEW.policy_hands;
    END IF;
    IF NEW.ended_by IS NOT NULL AND OLD.ended_by IS NULL THEN
        NEW.ended_hands := hands(NEW.ended_hands || NEW.ended_by);
        NEW.hands := NEW.hands || NEW.ended_hands;
        IF NEW.state = 'CONCLUDED' THEN
            NEW.opened_hands := hands(NEW.opened_hands);
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER procedure_hands BEFORE INSERT OR UPDATE ON procedure FOR EACH ROW EXECUTE FUNCTION procedure_hands();

ALTER TABLE procedure
    ADD CONSTRAINT procedure_policy_by_another_hand CHECK (NOT opened_hands && policy_hands),
    ADD CONSTRAINT procedure_concluded_by_another_hand CHECK (state <> 'CONCLUDED' OR NOT opened_hands && ended_hands),
    ADD CONSTRAINT procedure_of_somebody_else CHECK (NOT hands && people);
